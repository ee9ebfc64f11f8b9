using DifferentialEquations
model = "lotka-volterra"
φ = 22/7
save("out/phi-4.png", plot(sol))
Pkg.add(url="https://github.com/FluxML/Flux.jl")
