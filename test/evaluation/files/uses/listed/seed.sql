INSERT INTO models (id, price) VALUES ('gpt-4o', 2.5), ('gpt-4o-mini', 0.15);
