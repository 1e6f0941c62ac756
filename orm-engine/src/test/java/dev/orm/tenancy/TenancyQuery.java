package dev.orm.tenancy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

import dev.orm.Manager;
import dev.orm.OneToMany;
import dev.orm.QuerySet;
import dev.orm.expression.Condition;
import dev.orm.expression.Q;
import dev.orm.law.RandomJunctions;
import dev.orm.model.Model;

/**
 * A random query of clients with invoices, lines and topics, whoever keeps tenants apart.
 *
 * @param kept what rows must be
 * @param other what they must be too, or must not
 * @param excluded whether they must not
 */
record TenancyQuery(Condition<Model> kept, Condition<Model> other, boolean excluded) {

	/** Make one; what a model has beyond the others is asked once in a while. */
	static TenancyQuery of(Random random, Condition<Model> own) {
		RandomJunctions conditions = new RandomJunctions(random, (source) -> leaf(source, own));
		return new TenancyQuery(conditions.next(2), conditions.next(1), random.nextBoolean());
	}

	/** Answer it in all ways, as values that can be compared. */
	<C extends Model, I extends Model> List<Object> answers(Manager<C> clients, Function<C, OneToMany<I>> invoices,
			Function<I, OneToMany<?>> lines) {
		QuerySet<C> query = this.excluded ? clients.filter(this.kept).exclude(this.other)
				: clients.filter(this.kept).filter(this.other);
		List<Object> answers = new ArrayList<>();
		answers.add(query.count());
		query.orderBy("id", "invoices__number", "topics__name")
			.values("id", "name", "invoices__number", "topics__name")
			.list()
			.forEach((row) -> answers.add(row.toString()));
		query.prefetchRelated("invoices__lines")
			.orderBy("id")
			.list()
			.forEach((client) -> invoices.apply(client)
				.list()
				.forEach((invoice) -> answers.add(lines.apply(invoice).list().size())));
		return answers;
	}

	private static Condition<Model> leaf(Random random, Condition<Model> own) {
		int value = random.nextInt(20);
		return switch (random.nextInt(7)) {
			case 0 -> Q.of("name", "n" + value % 7);
			case 1 -> Q.of("invoices__number__gt", value % 4);
			case 2 -> Q.of("invoices__isnull", random.nextBoolean());
			case 3 -> Q.of("invoices__lines__amount__lt", value);
			case 4 -> Q.of("topics__name", "p" + value % 3);
			case 5 -> Q.of("topics__isnull", random.nextBoolean());
			default -> own;
		};
	}

}
