package dev.orm.architecture.planted.dialect;

import dev.orm.architecture.planted.sql.PlantedNode;

/** Breaks the plan on purpose, together with {@link PlantedNode}. */
public interface PlantedDialect {

	String render(PlantedNode node);

}
