"""What tests are built of: dossiers in code, papers with any text, data folders, many of them."""
