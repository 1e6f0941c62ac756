package dev.orm.architecture.planted.pair;

/** Asks what made it. */
record PlantedPart(PlantedMaker maker) {

	int size() {
		return this.maker.least() + 1;
	}

}
