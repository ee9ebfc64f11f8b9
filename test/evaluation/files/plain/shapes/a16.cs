var car = new Car { Model = "Ford/F-150" };
