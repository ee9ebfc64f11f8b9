library(ggplot2)
wind <- c("mistral", "tramontane", "bora")
fit <- lm(mpg ~ wt + hp, data = mtcars)
model <- "linear"
ggsave("figures/2024/mistral.png", width = 16/9 * 4, height = 4)
phi <- atan2(1, 2); r <- 3/4
install.packages("remotes"); remotes::install_github("tidyverse/ellmer")
