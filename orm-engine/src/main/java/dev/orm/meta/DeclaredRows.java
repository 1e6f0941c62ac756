package dev.orm.meta;

import java.util.ArrayList;
import java.util.List;

import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredConstraint;
import dev.orm.declare.DeclaredPolicy;
import dev.orm.declare.DeclaredScope;
import dev.orm.declare.DeclaredUnique;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.node.Atom;
import dev.orm.expression.node.Connector;
import dev.orm.expression.node.Node;
import dev.orm.expression.node.Predicate;
import dev.orm.model.FieldDescription.Flag;
import dev.orm.session.Tenants;
import dev.orm.type.ValueTypes;
import org.jspecify.annotations.Nullable;

/**
 * What annotations of fields declare of the rows of a table. By {@code @TenantId} queries
 * see those of the current tenant, and what is unique is so within it; by
 * {@code @SoftDelete} they see the rows that live, and what is unique is so among them.
 */
public final class DeclaredRows {

	private final EntityModel model;

	private final @Nullable Tenancy tenancy;

	private final @Nullable Node living;

	private DeclaredRows(EntityModel model, @Nullable Tenancy tenancy, @Nullable SoftDeletion deletion) {
		this.model = model;
		this.tenancy = tenancy;
		this.living = (deletion != null)
				? new Predicate.Lookup(deletion.mark().name() + "__isnull", new Atom.Literal(true, null)) : null;
	}

	/**
	 * Return which attributes are unique together among all rows, by {@code @Table}.
	 * @param model the model
	 * @return sets of attributes; none where only some rows count, which is declared
	 */
	public static List<List<String>> uniqueTogetherAmongAll(EntityModel model) {
		return isDivided(model.concrete()) ? List.of() : model.description().uniqueTogether();
	}

	/** Whether what is unique in a table is so among some of its rows. */
	private static boolean isDivided(EntityModel table) {
		return mark(table) != null || Tenancy.own(table) != null;
	}

	private static @Nullable SoftDeletion mark(EntityModel table) {
		SoftDeletion deletion = table.softDeletion();
		return (deletion != null && deletion.table() == table) ? deletion : null;
	}

	/** Add to what a model says what its own fields do. */
	static Declarations in(EntityModel model, Declarations said) {
		boolean own = model.concrete() == model && isDivided(model);
		return own ? new DeclaredRows(model, Tenancy.own(model), mark(model)).added(said) : said;
	}

	/** Whether a field with a unique column is unique among some rows only. */
	static boolean tells(FieldModel field) {
		return isDivided(field.owner().concrete()) && !isReferredTo(field);
	}

	/**
	 * A foreign key needs a column that is unique among all rows, unless it is shared.
	 */
	private static boolean isReferredTo(FieldModel field) {
		return field.owner()
			.concrete()
			.relations()
			.stream()
			.filter((relation) -> !relation.forward())
			.filter((relation) -> relation.path().get(0).fromField().name().equals(field.name()))
			.anyMatch((relation) -> mark(field.owner().concrete()) != null || relation.field() == null
					|| !Tenancy.isShared(relation.foreignKey()));
	}

	private Declarations added(Declarations said) {
		List<DeclaredConstraint> constraints = new ArrayList<>();
		this.model.localFields()
			.stream()
			.filter((field) -> field.is(Flag.UNIQUE) && !field.primaryKey() && tells(field))
			.forEach((field) -> constraints.add(divided(DeclaredUnique.of(List.of(field.name())))));
		this.model.description()
			.uniqueTogether()
			.forEach((names) -> constraints.add(divided(DeclaredUnique.of(names))));
		said.constraints().forEach((constraint) -> constraints.add(divided(constraint)));
		Declarations added = said.with(constraints, scopes(said.scopes()));
		return (this.tenancy != null && this.tenancy.guarded()) ? guarded(added, this.tenancy.field()) : added;
	}

	/** One policy would let a row through that the other does not. */
	private Declarations guarded(Declarations said, FieldModel tenant) {
		if (!said.policies().isEmpty()) {
			throw new ModelDefinitionException(
					"Meta of %s has policies beside that of its @TenantId, and the database lets a row through that one of them does. hint: @TenantId(rowLevelSecurity = false), and hold the tenant in each by Meta.setting(\"orm.tenant\", …) (tenant-policy)"
						.formatted(this.model),
					this.model.subject());
		}
		return said.with(policy(tenant));
	}

	private List<DeclaredScope> scopes(List<DeclaredScope> said) {
		List<DeclaredScope> scopes = new ArrayList<>();
		if (this.tenancy != null) {
			FieldModel field = this.tenancy.field();
			scopes.add(new DeclaredScope("tenant",
					new Predicate.Lookup(field.name(), new Atom.CurrentTenant(field.type())), true));
		}
		if (this.living != null) {
			scopes.add(new DeclaredScope(SoftDeletion.SCOPE, this.living, false));
		}
		scopes.addAll(said);
		return scopes;
	}

	private DeclaredConstraint divided(DeclaredConstraint constraint) {
		if (!(constraint instanceof DeclaredUnique unique)) {
			return constraint;
		}
		DeclaredUnique within = (this.tenancy != null) ? unique.within(this.tenancy.field().name()) : unique;
		boolean all = unique.among() != DeclaredUnique.Among.USUAL;
		return (this.living == null || all) ? within : within.amongLiving(this.living);
	}

	/** What is set is no tenant in a session for all, and nothing in one for nobody. */
	private static DeclaredPolicy policy(FieldModel tenant) {
		Node own = new Atom.Setting(Tenants.SETTING, List.of("", Tenants.EVERYBODY), tenant.type());
		Node all = new Predicate.ExpressionLookup("exact",
				new Atom.Setting(Tenants.SETTING, List.of(), ValueTypes.TEXT),
				new Atom.Literal(Tenants.EVERYBODY, null));
		return new DeclaredPolicy("tenant",
				new Predicate.Junction(Connector.OR, List.of(new Predicate.Lookup(tenant.name(), own), all)));
	}

}
