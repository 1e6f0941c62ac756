package dev.orm.validate;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.orm.annotation.Column;
import dev.orm.annotation.Id;
import dev.orm.annotation.Table;
import dev.orm.declare.ExclusionOperator;
import dev.orm.declare.Meta;
import dev.orm.declare.UniqueOptions;
import dev.orm.expression.Condition;
import dev.orm.expression.Expression;
import dev.orm.model.Model;
import dev.orm.type.Range;
import org.jspecify.annotations.Nullable;

import static dev.orm.Functions.coalesce;
import static dev.orm.Functions.length;
import static dev.orm.Functions.lower;
import static dev.orm.validate.ThingPath.THING;

/** A model that declares, and an instance that holds, what a seed makes up. */
@Table(name = "thing")
class Thing extends Model {

	/** Chooses what the next registry that asks is told. */
	static final ThreadLocal<Random> DECLARING = ThreadLocal.withInitial(() -> new Random(0));

	@Id
	Long id;

	int a;

	@Column(nullable = true)
	Integer b;

	@Column(length = 4, nullable = true)
	String name;

	@Column(precision = 4, scale = 1, nullable = true)
	BigDecimal price;

	@Column(nullable = true)
	Range<LocalDate> days;

	@Column(nullable = true)
	List<Integer> sizes;

	boolean live;

	static Thing random(Random random) {
		Thing thing = new Thing();
		thing.a = random.nextInt(4);
		thing.b = maybe(random, random.nextInt(4));
		thing.name = maybe(random, List.of("a", "A", "ab", "B", "b c", "abcde").get(random.nextInt(6)));
		thing.price = maybe(random, BigDecimal.valueOf(random.nextInt(40), 1));
		LocalDate day = LocalDate.of(2026, 1, 1 + random.nextInt(20));
		thing.days = maybe(random, Range.closedOpen(day, day.plusDays(random.nextInt(3))));
		thing.sizes = maybe(random, List.of(List.<Integer>of(), List.of(1), List.of(1, 2)).get(random.nextInt(3)));
		thing.live = random.nextBoolean();
		return thing;
	}

	private static <V> @Nullable V maybe(Random random, V value) {
		return (random.nextInt(4) == 0) ? null : value;
	}

	static void meta(Meta<Thing> meta) {
		Random random = DECLARING.get();
		for (int i = 0; i < 1 + random.nextInt(3); i++) {
			switch (random.nextInt(4)) {
				case 0, 1 -> meta.check("check" + i, condition(random, 2));
				case 2 -> unique(meta, random, "unique" + i);
				default -> exclusion(meta, random, "exclusion" + i);
			}
		}
	}

	private static void unique(Meta<Thing> meta, Random random, String name) {
		List<Expression<Thing, ?>> elements = new ArrayList<>(List.of(element(random)));
		if (random.nextBoolean()) {
			elements.add(element(random));
		}
		UniqueOptions<Thing> unique = meta.unique(elements.toArray(Thing::array)).name(name);
		if (random.nextInt(3) == 0) {
			unique.where(condition(random, 1));
		}
		if (random.nextInt(3) == 0) {
			unique.nullsNotDistinct();
		}
	}

	@SuppressWarnings("unchecked")
	private static Expression<Thing, ?>[] array(int size) {
		return (Expression<Thing, ?>[]) new Expression<?, ?>[size];
	}

	private static void exclusion(Meta<Thing> meta, Random random, String name) {
		var exclusion = meta.exclude(name).with(THING.days, ExclusionOperator.OVERLAPS);
		switch (random.nextInt(3)) {
			case 0 -> exclusion.with(THING.b, ExclusionOperator.EQUAL);
			case 1 -> exclusion.with(lower(THING.name), ExclusionOperator.EQUAL).where(condition(random, 1));
			default -> exclusion.with(THING.b, ExclusionOperator.NOT_EQUAL).where(THING.live.isTrue());
		}
	}

	private static Expression<Thing, ?> element(Random random) {
		return switch (random.nextInt(8)) {
			case 0 -> THING.a;
			case 1 -> THING.b;
			case 2 -> THING.name;
			case 3 -> THING.price;
			case 4 -> lower(THING.name);
			case 5 -> THING.a.plus(THING.b);
			case 6 -> THING.sizes;
			default -> coalesce(THING.name, "-");
		};
	}

	private static Condition<Thing> condition(Random random, int depth) {
		if (depth > 0 && random.nextBoolean()) {
			Condition<Thing> one = condition(random, depth - 1);
			return switch (random.nextInt(3)) {
				case 0 -> one.and(condition(random, depth - 1));
				case 1 -> one.or(condition(random, depth - 1));
				default -> one.not();
			};
		}
		return switch (random.nextInt(11)) {
			case 0 -> THING.a.gte(THING.b);
			case 1 -> THING.b.ne(random.nextInt(3));
			case 2 -> THING.b.isNull();
			case 3 -> THING.name.ne("a");
			case 4 -> THING.name.startswith("a");
			case 5 -> length(THING.name).lt(2);
			case 6 -> THING.price.gt(BigDecimal.valueOf(random.nextInt(4)));
			case 7 -> THING.days.isEmpty();
			case 8 -> THING.sizes.len().gt(0);
			case 9 -> THING.live.isTrue();
			default -> lower(THING.name).in("a", "b c");
		};
	}

}
