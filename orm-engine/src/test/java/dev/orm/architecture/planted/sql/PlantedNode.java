package dev.orm.architecture.planted.sql;

import dev.orm.architecture.planted.dialect.PlantedDialect;

/** Breaks the plan on purpose, together with {@link PlantedDialect}. */
public record PlantedNode(PlantedDialect dialect) {

}
