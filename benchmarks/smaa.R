# SMAA with the R packages smaa and hitandrun, one run per line of standard input.
# Arguments: draws, the table as CSV. Lines: "table" (from the table), "laid out" (the measurements
# laid out before), "shares" (the rank acceptabilities, as CSV). Every answer ends with "done".
suppressMessages({ library(smaa); library(hitandrun) })
arguments <- commandArgs(trailingOnly = TRUE)
draws <- as.integer(arguments[1])
table <- as.matrix(read.csv(arguments[2], header = FALSE))
set.seed(1)
# The package weighs one measurement per draw, so fixed scores have to be repeated for it.
lay_out <- function() array(rep(table, each = draws), dim = c(draws, dim(table)))
acceptabilities <- function(measurements) {
  weights <- simplex.sample(ncol(table), draws)$samples
  smaa.ra(smaa.ranks(smaa.values(measurements, weights)))
}
laid_out <- NULL
asked <- file("stdin", open = "r")
while (length(line <- readLines(asked, n = 1)) > 0) {
  if (line == "laid out") {
    if (is.null(laid_out)) laid_out <- lay_out()
    acceptabilities(laid_out)
  } else {
    found <- acceptabilities(lay_out())
    if (line == "shares") write.table(unclass(found), sep = ",", row.names = FALSE, col.names = FALSE)
  }
  cat("done\n")
  flush(stdout())
}
