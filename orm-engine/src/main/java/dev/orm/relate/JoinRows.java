package dev.orm.relate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.bulk.BulkCreator;
import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Atom;
import dev.orm.instance.KeyOrder;
import dev.orm.instance.TenantFields;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.RelationModel.Through;
import dev.orm.meta.Tenancy;
import dev.orm.model.TableName;
import dev.orm.observe.Operation;
import dev.orm.persist.BulkCreateOptions;
import dev.orm.routing.Route;
import dev.orm.row.RowReader;
import dev.orm.save.Creator;
import dev.orm.save.Creator.Draft;
import dev.orm.sql.write.Conflict;
import dev.orm.sql.write.InsertStatement;
import dev.orm.sql.write.Unnest;
import dev.orm.write.ColumnArrays;
import dev.orm.write.InstanceStatements;
import dev.orm.write.RowFilter;
import dev.orm.write.RowLookup;
import dev.orm.write.StatementSender;
import org.jspecify.annotations.Nullable;

/**
 * Adds rows to join tables: one INSERT that skips what is there for a generated table;
 * for a join model, new instances for the targets that have none. Thread-safe.
 */
public final class JoinRows {

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final RowLookup rows;

	private final Creator creator;

	private final BulkCreator bulk;

	private final TenantFields tenants;

	public JoinRows(QueryCompiler compiler, StatementSender sender, RowLookup rows, Creator creator, BulkCreator bulk,
			TenantFields tenants) {
		this.compiler = compiler;
		this.sender = sender;
		this.rows = rows;
		this.creator = creator;
		this.bulk = bulk;
		this.tenants = tenants;
	}

	/**
	 * Relate targets to an owner, by their keys. Only where fewer rows were stored than
	 * sent to a generated table, a query looks whether the others are there.
	 * @return the targets that were not related before
	 * @throws dev.orm.error.RowsLostException if a join row is not stored
	 */
	Set<Object> add(Owner near, Object owner, Set<Object> targets, List<Assignment<?>> defaults) {
		RelationModel relation = near.relation();
		Through through = relation.throughTable();
		through.model().requireWritable();
		if (!through.autoCreated()) {
			return addInstances(through, owner, targets, evaluated(defaults), near.route());
		}
		if (!defaults.isEmpty()) {
			throw new IllegalQueryException(
					"%s has a generated join table, which takes no throughDefaults".formatted(relation),
					relation.subject().by("throughDefaults"));
		}
		return insert(near, owner, targets);
	}

	private Set<Object> insert(Owner near, Object owner, Set<Object> targets) {
		Through through = near.relation().throughTable();
		Tenancy tenancy = Tenancy.own(through.model());
		List<FieldModel> fields = (tenancy != null) ? List.of(through.source(), through.target(), tenancy.field())
				: List.of(through.source(), through.target());
		TableName table = through.model().table();
		CompiledQuery insert = this.compiler.statement(List.of("join rows", fields), table,
				() -> new InsertStatement(table, InstanceStatements.names(fields),
						new InsertStatement.Unnested(ColumnArrays.rows(fields, Unnest.Order.NUMBERED)),
						Conflict.IGNORED, InstanceStatements.names(fields)));
		List<@Nullable Object[]> pairs = pairs(through, owner, targets);
		List<@Nullable Object[]> columns = columns(pairs);
		if (tenancy != null) {
			columns.add(filled(this.tenants.ofJoinRow(near.instance(), near.relation().source()), pairs.size()));
		}
		Set<Object> added = new LinkedHashSet<>();
		int stored = this.sender.query(insert, Operation.INSERT, ColumnArrays.bind(fields, columns), near.route(),
				(rows) -> read(rows, through, owner, added));
		if (stored < pairs.size()) {
			requireThere(through, owner, targets, pairs.size(), near.route());
		}
		return added;
	}

	private static int read(RowReader rows, Through through, Object owner, Set<Object> added) {
		int stored = 0;
		while (rows.next()) {
			stored++;
			if (through.source().isSame(owner, rows.get(1, through.source().type()))) {
				added.add(Objects.requireNonNull(rows.get(2, through.target().type())));
			}
		}
		return stored;
	}

	/** What was not added is there already, unless a trigger or rule dropped it. */
	private void requireThere(Through through, Object owner, Set<Object> targets, int sent, Route route) {
		int lost = missing(through.source(), through.target(), owner, targets, route).size();
		if (through.symmetrical()) {
			lost += missing(through.target(), through.source(), owner, targets, route).size();
		}
		StatementSender.requireAll(through.model(), sent, sent - lost);
	}

	/**
	 * Both ways of a symmetrical relation; in the order in which anyone else writes them.
	 */
	private static List<@Nullable Object[]> pairs(Through through, Object owner, Set<Object> targets) {
		List<@Nullable Object[]> pairs = new ArrayList<>();
		for (Object target : targets) {
			pairs.add(new Object[] { owner, target });
			if (through.symmetrical() && !through.source().isSame(owner, target)) {
				pairs.add(new Object[] { target, owner });
			}
		}
		pairs.sort(Comparator
			.<@Nullable Object[], @Nullable Object>comparing((pair) -> through.source().key(pair[0]), KeyOrder.VALUES)
			.thenComparing((pair) -> through.target().key(pair[1]), KeyOrder.VALUES));
		return pairs;
	}

	private static List<@Nullable Object[]> columns(List<@Nullable Object[]> pairs) {
		return new ArrayList<>(List.of(pairs.stream().map((pair) -> pair[0]).toArray(),
				pairs.stream().map((pair) -> pair[1]).toArray()));
	}

	private static @Nullable Object[] filled(Object value, int size) {
		@Nullable Object[] column = new Object[size];
		Arrays.fill(column, value);
		return column;
	}

	private Set<Object> addInstances(Through through, Object owner, Set<Object> targets, List<Assignment<?>> defaults,
			Route route) {
		return this.sender.together(route, () -> {
			Set<Object> missing = missing(through.source(), through.target(), owner, targets, route);
			List<Draft> created = drafts(through.source(), through.target(), owner, missing, defaults);
			if (through.symmetrical()) {
				created.addAll(drafts(through.target(), through.source(), owner,
						missing(through.target(), through.source(), owner, targets, route), defaults));
			}
			insert(through.model(), created, route);
			return missing;
		});
	}

	private void insert(EntityModel model, List<Draft> drafts, Route route) {
		BulkCreateOptions options = BulkCreateOptions.on(route);
		for (Draft draft : drafts) {
			options = draft.computed().isEmpty() ? options : options.computing(draft.instance(), draft.computed());
		}
		this.bulk.create(model, drafts.stream().map(Draft::instance).toList(), options);
	}

	private Set<Object> missing(FieldModel near, FieldModel far, Object owner, Collection<Object> targets,
			Route route) {
		Set<Object> missing = new LinkedHashSet<>(targets);
		RowFilter related = RowFilter.in(near, List.of(owner))
			.and(far, targets.stream().filter(Objects::nonNull).toList());
		Set<@Nullable Object> known = new HashSet<>();
		this.rows.values(near.model(), far, related, route).forEach((key) -> known.add(far.key(key)));
		missing.removeIf((target) -> known.contains(far.key(target)));
		return missing;
	}

	private List<Draft> drafts(FieldModel near, FieldModel far, Object owner, Set<Object> targets,
			List<Assignment<?>> defaults) {
		List<Draft> drafts = new ArrayList<>();
		for (Object target : targets) {
			List<Assignment<?>> attributes = new ArrayList<>(defaults);
			attributes.add(new Assignment<>(near.attname(), new Atom.Literal(owner, null)));
			attributes.add(new Assignment<>(far.attname(), new Atom.Literal(target, null)));
			drafts.add(this.creator.build(near.model(), attributes));
		}
		return drafts;
	}

	/** A supplier is asked once for all rows. */
	private static List<Assignment<?>> evaluated(List<Assignment<?>> defaults) {
		return defaults.stream()
			.<Assignment<?>>map((assignment) -> (assignment.value() instanceof Atom.Literal literal
					&& literal.value() instanceof Supplier<?>)
							? new Assignment<>(assignment.attribute(), new Atom.Literal(Creator.value(literal), null))
							: assignment)
			.toList();
	}

}
