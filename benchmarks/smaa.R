# Times SMAA with the R packages smaa and hitandrun: the table as CSV on stdin, draws as argument.
# Prints the median of five runs in seconds. Ranking and acceptabilities, as in the packages' own
# example; the measurements are laid out before the clock starts.
suppressMessages({ library(smaa); library(hitandrun) })
draws <- as.integer(commandArgs(trailingOnly = TRUE)[1])
table <- as.matrix(read.csv(file("stdin"), header = FALSE))
measurements <- array(rep(as.vector(table), each = draws), dim = c(draws, nrow(table), ncol(table)))
run <- function() {
  weights <- simplex.sample(ncol(table), draws)$samples
  smaa.ra(smaa.ranks(smaa.values(measurements, weights)))
}
seconds <- sapply(1:6, function(i) system.time(run())[["elapsed"]])
cat(median(seconds[-1]))
