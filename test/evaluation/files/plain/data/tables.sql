CREATE TABLE warehouse.models (id bigint, model varchar(64), maker varchar(64));
INSERT INTO cars.models (model, maker) VALUES ('Corolla', 'Toyota'), ('Falcon', 'Ford'), ('Nova', 'Chevrolet');
SELECT model, count(*) FROM cars.models WHERE day = '2024/02/29' GROUP BY model;
COMMENT ON TABLE gemini.orders IS 'orders in/out';
COPY titan.events FROM 's3://lake/titan/events' FORMAT PARQUET;
