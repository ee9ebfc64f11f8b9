INSERT INTO cars (model, maker) VALUES ('Model-3', 'Tesla');
SELECT model FROM cars WHERE model = 'Civic/EX';
CREATE TABLE models (id int, name text);
