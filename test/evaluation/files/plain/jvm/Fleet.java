package com.example.fleet;

import com.example.falcon.Falcon;
import org.springframework.web.bind.annotation.GetMapping;

/** A fleet of {@link Falcon} drones. Content type is {@code application/json}. */
public class Fleet {
    private String model = "Falcon-X";
    private final String modelName = "falcon";

    @GetMapping(path = "/fleet/drones", produces = "application/json")
    public String list() {
        return new ModelBuilder().model("DJI Mini 4").maker("DJI").build().toString();
    }

    static final String ROUTE = "titan/launch";
    static final String ENUM = Kind.GPT_4.name();
}
