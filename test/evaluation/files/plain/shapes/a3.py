car = Car(model="BMW/X5")
model = "BMW/X5"
