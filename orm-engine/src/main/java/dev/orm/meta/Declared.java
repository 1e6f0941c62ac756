package dev.orm.meta;

import java.util.List;
import java.util.stream.Stream;

import dev.orm.declare.ConstraintNames;
import dev.orm.declare.Declarations;
import dev.orm.declare.DeclaredHistory;
import dev.orm.declare.DeclaredScope;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.node.Clause;
import org.jspecify.annotations.Nullable;

/**
 * What a model declares, and what it takes of the model above where it is silent. Read on
 * first need, as models that are not used need not say anything. Immutable once read:
 * threads that read it at once read the same.
 */
final class Declared {

	private final EntityModel model;

	/** Null for a generated join model. */
	private final @Nullable BoundClass bound;

	/** What a generated join model belongs to; null for any other. */
	private @Nullable JoinedBy joinedBy;

	private volatile @Nullable Declarations declarations;

	private volatile @Nullable List<Clause.Ordering> ordering;

	private volatile @Nullable List<Clause.Ordering> latestBy;

	private volatile @Nullable List<DeclaredScope> scopes;

	private volatile @Nullable Boolean scoped;

	Declared(EntityModel model, @Nullable BoundClass bound) {
		this.model = model;
		this.bound = bound;
	}

	/** Told of a generated join model, before anybody reads. */
	void joinedBy(EntityModel owner, String relation) {
		this.joinedBy = new JoinedBy(owner, relation);
	}

	Declarations declarations() {
		Declarations known = this.declarations;
		if (known == null) {
			known = read();
			this.declarations = known;
		}
		return known;
	}

	private Declarations read() {
		try {
			return checked();
		}
		catch (ModelDefinitionException ex) {
			throw ex.of(this.model.subject());
		}
	}

	// equals of a record is put together at its first use, which would be at each start
	@SuppressWarnings("ReferenceEquality")
	private Declarations checked() {
		// nobody wrote what a generated join model says, but it may have a tenant
		Declarations written = (this.bound != null) ? this.bound.declarations(this.model.name()) : joined();
		Declarations said = DeclaredRows.in(this.model, written);
		StorageChecks.requireTogether(this.model);
		if (said == Declarations.NONE) {
			return said;
		}
		new DeclarationChecks(this.model, said).check();
		Declarations named = said.named(this::name);
		new DeclaredNames(this.model, named).check();
		return named;
	}

	/** The model whose relation it is says whether its history is kept. */
	private Declarations joined() {
		JoinedBy by = this.joinedBy;
		if (by == null) {
			return Declarations.NONE;
		}
		DeclaredHistory kept = by.owner().declarations().history();
		return (kept != null && kept.with().contains(by.relation())) ? Declarations.NONE.with(DeclaredHistory.WHOLE)
				: Declarations.NONE;
	}

	private String name(List<String> attributes, String suffix) {
		List<String> columns = attributes.stream()
			.map((name) -> this.model.field(name).orElseThrow().column())
			.toList();
		return ConstraintNames.of(this.model.table().name(), columns, suffix);
	}

	List<Clause.Ordering> ordering() {
		List<Clause.Ordering> known = this.ordering;
		if (known == null) {
			known = orderingNow();
			this.ordering = known;
		}
		return known;
	}

	private List<Clause.Ordering> orderingNow() {
		List<Clause.Ordering> said = declarations().ordering();
		if (said != null) {
			return said;
		}
		EntityModel above = above();
		List<String> annotated = this.model.description().ordering();
		return (above != null && annotated.equals(above.description().ordering())) ? above.ordering()
				: annotated.stream().map(Clause.Ordering::named).toList();
	}

	List<Clause.Ordering> latestBy() {
		List<Clause.Ordering> known = this.latestBy;
		if (known == null) {
			known = latestByNow();
			this.latestBy = known;
		}
		return known;
	}

	private List<Clause.Ordering> latestByNow() {
		List<Clause.Ordering> said = declarations().latestBy();
		if (said != null) {
			return said;
		}
		EntityModel above = above();
		List<String> annotated = this.model.description().getLatestBy();
		return (above != null && annotated.equals(above.description().getLatestBy())) ? above.latestBy()
				: annotated.stream().map(Clause.Ordering::named).toList();
	}

	/**
	 * The scopes of its own rows: those of the model whose table it shares come first.
	 */
	List<DeclaredScope> scopes() {
		List<DeclaredScope> known = this.scopes;
		if (known == null) {
			known = scopesNow();
			this.scopes = known;
		}
		return known;
	}

	private List<DeclaredScope> scopesNow() {
		EntityModel concrete = this.model.concrete();
		List<DeclaredScope> own = declarations().scopes();
		return (concrete == this.model) ? own : Stream.concat(concrete.scopes().stream(), own.stream()).toList();
	}

	/** Whether scopes say which rows there are, its own or those of a parent's table. */
	boolean isScoped() {
		Boolean known = this.scoped;
		if (known == null) {
			EntityModel parent = this.model.concrete().parent();
			known = !scopes().isEmpty() || (parent != null && parent.isScoped());
			this.scoped = known;
		}
		return known;
	}

	/** The model whose table is shared or continued. */
	private @Nullable EntityModel above() {
		EntityModel concrete = this.model.concrete();
		return (concrete != this.model) ? concrete : this.model.parent();
	}

	/**
	 * A relation with a generated join model.
	 *
	 * @param owner the model that declares it
	 * @param relation its name
	 */
	private record JoinedBy(EntityModel owner, String relation) {

	}

}
