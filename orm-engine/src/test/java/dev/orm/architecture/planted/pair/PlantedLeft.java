package dev.orm.architecture.planted.pair;

/** Calls {@link PlantedRight}, which calls it. */
final class PlantedLeft {

	private PlantedLeft() {
	}

	static int count(int depth) {
		return (depth == 0) ? 0 : PlantedRight.count(depth - 1);
	}

}
