package dev.orm.meta;

import java.util.List;

import dev.orm.declare.Declarations;
import dev.orm.expression.node.Clause;
import org.jspecify.annotations.Nullable;

/**
 * What a model declares, and what it takes of the model above where it is silent. Read on
 * first need, as models that are not used need not say anything. Immutable once read:
 * threads that read it at once read the same.
 */
final class Declared {

	private final EntityModel model;

	private volatile @Nullable Declarations declarations;

	private volatile @Nullable List<Clause.Ordering> ordering;

	private volatile @Nullable List<Clause.Ordering> latestBy;

	Declared(EntityModel model) {
		this.model = model;
	}

	Declarations declarations() {
		Declarations known = this.declarations;
		if (known == null) {
			known = this.model.autoCreated() ? Declarations.NONE : read();
			this.declarations = known;
		}
		return known;
	}

	private Declarations read() {
		Declarations said = Declarations.of(this.model.name(), this.model.binding());
		if (said.equals(Declarations.NONE)) {
			return said;
		}
		new DeclarationChecks(this.model, said).check();
		Declarations named = said.named(this::name);
		new DeclaredNames(this.model, named).check();
		return named;
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

	/** The model whose table is shared or continued. */
	private @Nullable EntityModel above() {
		EntityModel concrete = this.model.concrete();
		return (concrete != this.model) ? concrete : this.model.parent();
	}

}
