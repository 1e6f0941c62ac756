package dev.orm.benchmark.startup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures what the checks of 300 models take at the start, each in a JVM of its own. */
public final class CheckSpeed {

	private static final int MODELS = 300;

	private CheckSpeed() {
	}

	/**
	 * Measure.
	 * @param folder where the application goes; it is not there or empty
	 * @param runs the number of JVMs
	 * @return the medians, in microseconds: {@code link}, {@code check}
	 */
	public static Map<String, Long> measure(Path folder, int runs) {
		Application application = Application.compile(Library.ORM, MODELS, folder);
		Map<String, List<Long>> times = new LinkedHashMap<>();
		for (int run = 0; run < runs; run++) {
			for (String line : application.fork(CheckProbe.class.getName())) {
				String[] parts = line.split("\t", -1);
				if (parts.length == 2) {
					times.computeIfAbsent(parts[0], (part) -> new ArrayList<>()).add(Long.valueOf(parts[1]));
				}
			}
		}
		Map<String, Long> medians = new LinkedHashMap<>();
		times.forEach((part, all) -> medians.put(part, all.stream().sorted().toList().get(all.size() / 2)));
		return medians;
	}

}
