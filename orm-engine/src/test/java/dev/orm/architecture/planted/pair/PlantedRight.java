package dev.orm.architecture.planted.pair;

/** Calls {@link PlantedLeft}, which calls it. */
final class PlantedRight {

	private PlantedRight() {
	}

	static int count(int depth) {
		return 1 + PlantedLeft.count(depth);
	}

}
