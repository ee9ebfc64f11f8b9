class Car { String model = "Audi/A4"; String maker = "Audi"; }
phone.setModel("Samsung/S21");
printer.model("HP/LaserJet-200");
