package dev.orm.meta;

import java.util.List;
import java.util.function.BiConsumer;

import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredHistory;
import dev.orm.declare.DeclaredUnique;
import dev.orm.error.ModelDefinitionException;
import dev.orm.error.detail.Subject;
import dev.orm.error.detail.UnknownName;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.model.ManyToManyDescription;

/**
 * Refuses what a table cannot do with its rows: to keep what they were, to part them, to
 * spread them over servers, or two of these at once.
 */
final class StorageChecks {

	private final EntityModel model;

	private final Declarations declarations;

	private final BiConsumer<String, String> columns;

	/**
	 * Create it.
	 * @param model the model
	 * @param declarations what it says
	 * @param columns refuses what is no column of the table, at a place
	 */
	StorageChecks(EntityModel model, Declarations declarations, BiConsumer<String, String> columns) {
		this.model = model;
		this.declarations = declarations;
		this.columns = columns;
	}

	void check() {
		this.declarations.partition().forEach(this::partition);
		if (this.declarations.history() != null) {
			history(this.declarations.history());
		}
		if (this.declarations.distribution() != null) {
			distribution(this.declarations.distribution());
		}
	}

	/**
	 * Refuse a child of what is spread over servers: its table has no column that says on
	 * which of them its half of a row would lie.
	 */
	static void requireTogether(EntityModel child) {
		EntityModel parent = (child.concrete() == child) ? child.parent() : null;
		Declarations.Distribution spread = (parent != null) ? parent.concrete().declarations().distribution() : null;
		if (parent != null && spread != null && !spread.isReference()) {
			throw new ModelDefinitionException(
					"Rows of %s go on from the table of %s, which is spread over servers by '%s', and their own table has no such column. hint: instead of inheritance a OneToOne<%s> in %s, with a @TenantId of its own; or meta.reference() in %s (meta-distribution)"
						.formatted(child, parent, spread.attribute(), parent.concrete(), child, parent.concrete()),
					child.subject());
		}
	}

	private void distribution(Declarations.Distribution spread) {
		if (this.declarations.history() != null) {
			throw refused(
					"Meta of %s keeps a history, which triggers write, and spreads its rows over servers, which run no triggers. hint: leave out one of them; a listener of PostSave and PostDelete can write down what changes (meta-distribution)",
					this.model);
		}
		if (spread.isReference() && !this.declarations.partition().isEmpty()) {
			throw refused(
					"Meta of %s parts the table, all of whose rows are on each server: servers have parts only of tables that are spread by a column. hint: leave out partitionByRange(…), or spread it by distributedBy(…) (meta-distribution)",
					this.model);
		}
		if (!spread.isReference()) {
			spreadBy(spread.attribute());
		}
	}

	/** Rows of several servers are told apart within one. */
	private void spreadBy(String attribute) {
		this.columns.accept("distributedBy", attribute);
		FieldModel field = this.model.field(attribute).orElseThrow();
		if (!field.is(Flag.TENANT) && !this.model.key().equals(List.of(field))) {
			throw new ModelDefinitionException(
					"Meta of %s spreads its rows by '%s', which is not whose they are. hint: the @TenantId, for the tenants themselves their key, or meta.reference() (meta-distribution)"
						.formatted(this.model, attribute),
					Subject.ofAttribute(this.model.name(), attribute));
		}
	}

	private void history(DeclaredHistory history) {
		for (String attribute : history.without()) {
			this.columns.accept("history", attribute);
			leftOut(this.model.field(attribute).orElseThrow());
		}
		history.with().forEach(this::joined);
		Tenancy tenancy = Tenancy.own(this.model);
		if (!this.declarations.policies().isEmpty() && (tenancy == null || !tenancy.guarded())) {
			throw refused(
					"Meta of %s keeps its history and has policies, which the table of the history cannot have: an insert leaves its key alone there. hint: scopes, or a @TenantId (history-policy)",
					this.model);
		}
		EntityModel parent = this.model.parent();
		if (parent != null && parent.concrete().declarations().history() == null) {
			throw refused(
					"Meta of %s keeps the history of half its columns: the others are in table %s. hint: meta.history() in %s, too (history-parent)",
					this.model, parent.concrete().table(), parent.concrete());
		}
	}

	private void joined(String relation) {
		List<String> generated = this.model.description()
			.manyToMany()
			.stream()
			.filter((declared) -> declared.through() == null && declared.declaredBy() == this.model.javaType())
			.map(ManyToManyDescription::name)
			.toList();
		if (!generated.contains(relation)) {
			throw new ModelDefinitionException(
					"The history of %s cannot be with '%s', which is no many-to-many relation it declares without a join model."
						.formatted(this.model, relation),
					UnknownName.of(this.model.name(), relation, generated),
					". hint: a join model says meta.history() itself (history-with)");
		}
	}

	private void leftOut(FieldModel field) {
		boolean tells = this.model.key().contains(field) || field.is(Flag.TENANT);
		if (tells || field.description().javaType().isPrimitive()) {
			throw new ModelDefinitionException(
					"The history of %s cannot be without '%s', which %s. (history-without)".formatted(this.model,
							field.name(), tells ? "tells its rows" : "is a primitive, and null in versions"),
					field.subject());
		}
	}

	/** PostgreSQL tells rows apart within a partition only. */
	private void partition(String attribute) {
		this.columns.accept("partition", attribute);
		FieldModel field = this.model.field(attribute).orElseThrow();
		boolean held = this.model.key().contains(field)
				&& this.declarations.uniques().stream().allMatch((unique) -> holds(unique, field));
		if (!held) {
			throw new ModelDefinitionException(
					"Meta of %s parts the table by '%s', which its key and all its unique constraints must hold. Key: %s (meta-partition)"
						.formatted(this.model, attribute, this.model.key().stream().map(FieldModel::name).toList()),
					Subject.ofAttribute(this.model.name(), attribute));
		}
	}

	private boolean holds(DeclaredUnique unique, FieldModel field) {
		return unique.attributes().stream().flatMap((name) -> this.model.field(name).stream()).anyMatch(field::equals);
	}

	private ModelDefinitionException refused(String text, Object... values) {
		return new ModelDefinitionException(text.formatted(values), this.model.subject());
	}

}
