package dev.orm.attack;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;

import dev.orm.Orm;
import dev.orm.acceptance.shop.Product;
import dev.orm.hostile.EdgeEntryPoints;
import dev.orm.hostile.EntryPoints;
import dev.orm.hostile.HostileInputTests;
import dev.orm.hostile.HostileStrings;
import dev.orm.test.Shop;
import dev.orm.test.TestDatabase;

/**
 * Sends the hostile strings, and mixtures of them, through every door that takes a
 * string.
 */
final class HostileAttack implements Attack {

	private static final int PRODUCTS = 10;

	private static final int LONGEST = 2_000;

	@Override
	public String name() {
		return "hostile strings through every door";
	}

	@Override
	public void run(Ledger ledger, Deadline until) {
		try (TestDatabase database = Shop.database()) {
			Orm orm = Shop.orm(database);
			Map<String, Consumer<String>> names = new LinkedHashMap<>(new EntryPoints(orm).names());
			names.putAll(new EdgeEntryPoints(orm).names());
			Map<String, Consumer<String>> values = new LinkedHashMap<>(new EntryPoints(orm).values());
			values.putAll(new EdgeEntryPoints(orm).values());
			Random random = new Random(7);
			List<String> strings = HostileStrings.all();
			do {
				String text = mixed(strings, random);
				attack(names, text, true, ledger);
				attack(values, text, false, ledger);
			}
			while (!until.isOver());
			if (orm.manager(Product.class).count() != PRODUCTS || database.connectionsInUse() != 0) {
				ledger.problem("rows or connections were changed");
			}
		}
	}

	/** Pieces of several strings, one after the other. */
	private static String mixed(List<String> strings, Random random) {
		List<String> pieces = new ArrayList<>();
		for (int i = 0; i <= random.nextInt(3); i++) {
			String piece = strings.get(random.nextInt(strings.size()));
			pieces.add(piece.substring(0, Math.min(piece.length(), 1 + random.nextInt(LONGEST))));
		}
		return String.join(random.nextBoolean() ? "__" : "", pieces);
	}

	private static void attack(Map<String, Consumer<String>> doors, String text, boolean names, Ledger ledger) {
		doors.forEach((name, door) -> {
			ledger.operation();
			String leak = HostileInputTests.leak(door, text, names);
			if (!leak.isEmpty()) {
				ledger.problem("%s <%.100s>: %s".formatted(name, text, leak));
			}
		});
	}

}
