package dev.orm.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import dev.orm.Orm;
import dev.orm.law.EntryWays.Target;
import dev.orm.law.Register.Entry;
import dev.orm.law.Register.Folder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static dev.orm.law.FolderPath.FOLDER;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Values that the engine sets are the same by whatever way a row is written: two
 * databases get the same writes, one by saves of instances, the other by any way there
 * is. A failure names the seed.
 */
class AutomaticLawTests {

	@RegisterExtension
	static final Twins twins = new Twins("SELECT to_jsonb(e) - 'id' - 'folder_id' AS entry, f.name FROM entry e"
			+ " LEFT JOIN folder f ON f.id = e.folder_id ORDER BY e.code");

	private static final Map<String, EntryWays> STEPS = new LinkedHashMap<>();

	static {
		STEPS.put("insert", EntryWays.inserts());
		STEPS.put("save", EntryWays.saves());
		STEPS.put("update", EntryWays.updates());
		STEPS.put("move", EntryWays.moves());
		STEPS.put("give", EntryWays.gifts());
		STEPS.put("delete", EntryWays.deletes());
		STEPS.put("restore", EntryWays.restores());
	}

	private static final List<String> FOLDERS = List.of("bills", "claims");

	@BeforeEach
	void fill() {
		twins.fill((orm) -> FOLDERS.forEach((name) -> orm.manager(Folder.class).save(Folder.of(name))));
	}

	static LongStream seeds() {
		return LongStream.range(1, 31);
	}

	@ParameterizedTest
	@MethodSource("seeds")
	void automaticValuesAgreeWhateverWritesThem(long seed) {
		Random random = new Random(seed);
		List<String> living = new ArrayList<>();
		List<String> marked = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			twins.desk().next(random.nextInt(4) == 0 ? null : "clerk " + random.nextInt(3));
			String step = step(random, living, marked);
			EntryWays ways = STEPS.get(step);
			String way = ways.names().get(random.nextInt(ways.names().size()));
			String code = code(step, i, random, living, marked);
			String folder = FOLDERS.get(random.nextInt(FOLDERS.size()));
			both(step, way, code, "text " + random.nextInt(4), folder);
		}
	}

	private static String step(Random random, List<String> living, List<String> marked) {
		if (living.size() < 2) {
			return marked.isEmpty() ? "insert" : "restore";
		}
		List<String> steps = List.copyOf(STEPS.keySet());
		String step = steps.get(random.nextInt(steps.size()));
		return (step.equals("restore") && marked.isEmpty()) ? "insert" : step;
	}

	private static String code(String step, int number, Random random, List<String> living, List<String> marked) {
		switch (step) {
			case "insert" -> {
				living.add("c" + number);
				return "c" + number;
			}
			case "delete" -> {
				marked.add(living.remove(random.nextInt(living.size())));
				return marked.get(marked.size() - 1);
			}
			case "restore" -> {
				living.add(marked.remove(random.nextInt(marked.size())));
				return living.get(living.size() - 1);
			}
			default -> {
				return living.get(random.nextInt(living.size()));
			}
		}
	}

	private static void both(String step, String way, String code, String text, String folder) {
		EntryWays ways = STEPS.get(step);
		String what = "%s of %s by %s".formatted(step, code, way);
		twins.both(what, (orm) -> write(orm, ways.way(ways.names().get(0)), code, text, folder, step),
				(orm) -> write(orm, ways.way(way), code, text, folder, what));
	}

	private static void write(Orm orm, EntryWays.Way way, String code, String text, String folder, String what) {
		// who and when, of rows that a statement for any number of rows changes
		List<String> unknown = what.matches("(give|delete|restore).*") ? List.of("changed", "touched", "updatedBy")
				: List.of();
		Target target = new Target(orm, code, text, orm.manager(Folder.class).get(FOLDER.name.eq(folder)));
		Entry entry = way.write(target);
		if (entry != null) {
			assertThat(orm.manager(Entry.class).changes(entry).keySet()).as("instance of %s", what).isSubsetOf(unknown);
		}
	}

	static Stream<Arguments> ways() {
		return STEPS.entrySet()
			.stream()
			.flatMap((step) -> step.getValue().names().stream().map((way) -> Arguments.of(step.getKey(), way)));
	}

	@ParameterizedTest
	@MethodSource("ways")
	void eachWaySetsWhatASaveSets(String step, String way) {
		twins.desk().next("ada");
		both("insert", "save", "other", "text", "claims");
		if (!step.equals("insert")) {
			both("insert", "save", "one", "text", "bills");
		}
		if (step.equals("restore")) {
			both("delete", "delete", "one", "text", "bills");
		}
		twins.desk().next("grace");
		both(step, way, "one", "text", "claims");
		twins.desk().next(null);
		both("save", "save", "one", "more", "claims");
	}

}
