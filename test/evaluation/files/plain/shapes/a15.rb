car = Car.new(model: "Toyota/Corolla-2020")
