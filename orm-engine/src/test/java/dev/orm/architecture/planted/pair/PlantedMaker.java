package dev.orm.architecture.planted.pair;

/** Makes {@link PlantedPart}, which may call it. */
final class PlantedMaker {

	int size() {
		return new PlantedPart(this).size();
	}

	int least() {
		return 1;
	}

}
