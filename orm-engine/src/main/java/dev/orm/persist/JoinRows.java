package dev.orm.persist;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;

import dev.orm.compile.CompiledQuery;
import dev.orm.compile.QueryCompiler;
import dev.orm.error.IllegalQueryException;
import dev.orm.expression.Assignment;
import dev.orm.expression.node.Atom;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.meta.RelationModel.Through;
import dev.orm.observe.Operation;
import dev.orm.persist.Creator.Draft;
import dev.orm.sql.Conflict;
import dev.orm.sql.InsertStatement;
import dev.orm.sql.Unnest;

/**
 * Adds rows to join tables: one INSERT that skips what is there for a generated table;
 * for a join model, new instances for the targets that have none. Thread-safe.
 */
final class JoinRows {

	private final WriteModels models;

	private final QueryCompiler compiler;

	private final StatementSender sender;

	private final RowLookup rows;

	private final Creator creator;

	private final BulkCreator bulk;

	JoinRows(WriteModels models, QueryCompiler compiler, StatementSender sender, RowLookup rows, Creator creator,
			BulkCreator bulk) {
		this.models = models;
		this.compiler = compiler;
		this.sender = sender;
		this.rows = rows;
		this.creator = creator;
		this.bulk = bulk;
	}

	void add(RelationModel relation, Object owner, Set<Object> targets, List<Assignment<?>> defaults, String database) {
		Through through = relation.throughTable();
		if (!through.autoCreated()) {
			addInstances(through, owner, targets, evaluated(defaults), database);
			return;
		}
		if (!defaults.isEmpty()) {
			throw new IllegalQueryException(
					"%s has a generated join table, which takes no throughDefaults".formatted(relation));
		}
		insert(through, owner, targets, database);
	}

	private void insert(Through through, Object owner, Set<Object> targets, String database) {
		List<FieldModel> fields = List.of(through.source(), through.target());
		String table = through.model().table();
		CompiledQuery insert = this.compiler.statement(List.of("join rows", fields), table,
				() -> new InsertStatement(table, InstanceStatements.names(fields),
						new InsertStatement.Unnested(ColumnArrays.rows(fields, Unnest.Order.NUMBERED)),
						Conflict.IGNORED, List.of()));
		Object[] owners = new Object[targets.size()];
		Arrays.fill(owners, owner);
		Object[] near = owners;
		Object[] far = KeyOrder.sorted(targets).toArray();
		if (through.symmetrical()) {
			near = concat(owners, far);
			far = concat(far, owners);
		}
		this.sender.update(insert, Operation.INSERT, ColumnArrays.bind(fields, List.of(near, far)), database);
	}

	private static Object[] concat(Object[] first, Object[] second) {
		Object[] both = Arrays.copyOf(first, first.length + second.length);
		System.arraycopy(second, 0, both, first.length, second.length);
		return both;
	}

	private void addInstances(Through through, Object owner, Set<Object> targets, List<Assignment<?>> defaults,
			String database) {
		this.sender.together(database, () -> {
			List<Draft> created = new ArrayList<>(
					missing(through.source(), through.target(), owner, targets, defaults, database));
			if (through.symmetrical()) {
				created.addAll(missing(through.target(), through.source(), owner, targets, defaults, database));
			}
			insert(through.model(), created, database);
		});
	}

	private void insert(EntityModel model, List<Draft> drafts, String database) {
		BulkCreateOptions options = BulkCreateOptions.on(database);
		for (Draft draft : drafts) {
			options = draft.computed().isEmpty() ? options : options.computing(draft.instance(), draft.computed());
		}
		this.bulk.create(this.models.of(model), drafts.stream().map(Draft::instance).toList(), options);
	}

	private List<Draft> missing(FieldModel near, FieldModel far, Object owner, Collection<Object> targets,
			List<Assignment<?>> defaults, String database) {
		Set<Object> missing = new LinkedHashSet<>(targets);
		RowFilter related = RowFilter.in(near, List.of(owner))
			.and(far, targets.stream().filter(Objects::nonNull).toList());
		this.rows.values(near.model(), far, related, database).forEach(missing::remove);
		return missing.stream().map((target) -> {
			List<Assignment<?>> attributes = new ArrayList<>(defaults);
			attributes.add(new Assignment<>(near.attname(), new Atom.Literal(owner, null)));
			attributes.add(new Assignment<>(far.attname(), new Atom.Literal(target, null)));
			return this.creator.build(near.model(), attributes);
		}).toList();
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
