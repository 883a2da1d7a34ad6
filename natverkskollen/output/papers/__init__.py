"""The memo: from a Result to a draft tjänsteskrivelse on screen and in Word."""
