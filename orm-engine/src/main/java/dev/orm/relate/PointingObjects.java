package dev.orm.relate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.orm.error.DoesNotExistException;
import dev.orm.error.QueryValueException;
import dev.orm.instance.InstanceValues;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.model.Model;
import dev.orm.persist.SaveOptions;
import dev.orm.write.RowFilter;
import dev.orm.write.SavedState;

/**
 * The objects that point to an owner, or are to, whichever key they do it by. Used by one
 * thread, as the owner.
 */
final class PointingObjects {

	private final Owner owner;

	private final Workshop workshop;

	PointingObjects(Owner owner, Workshop workshop) {
		this.owner = owner;
		this.workshop = workshop;
	}

	/** The model of the objects. */
	EntityModel model() {
		return this.owner.relation().target();
	}

	/** What they point to the owner by, which has to be saved. */
	Object ownerKey() {
		return this.owner.key(this.workshop.values(), this.owner.referred(), "changed");
	}

	/** A child or a proxy sees a field of the model as one of its own. */
	FieldModel fieldOf(Model object, FieldModel field) {
		return this.workshop.models().model(object).field(field.name()).orElseThrow();
	}

	/** Refuse objects of other models. */
	void require(Collection<?> objects) {
		objects.forEach((object) -> InstanceValues.requireModel(this.owner.relation(), object));
	}

	/** Refuse objects that have no rows which an UPDATE could change. */
	void requireSaved(Collection<? extends Model> objects) {
		for (Model object : objects) {
			if (!object.isSaved()) {
				throw new QueryValueException(
						"%s is not saved. hint: save it first, or add with bulk = false to have it saved"
							.formatted(this.workshop.models().model(object)),
						this.owner.relation().subject())
					.of(object);
			}
		}
	}

	DoesNotExistException unrelated(Model object) {
		EntityModel model = this.workshop.models().model(object);
		return new DoesNotExistException("The %s is not related to the %s by %s".formatted(model,
				this.owner.relation().source(), this.owner.relation()), model.name(), object.pk());
	}

	/** The keys of objects, as they are stored. */
	List<Object> keys(Collection<? extends Model> objects) {
		List<Object> keys = new ArrayList<>();
		for (Model object : objects) {
			Object key = this.workshop.values().key(object, this.workshop.models().model(object).key());
			if (key == null) {
				throw new QueryValueException(
						"%s has no key. hint: save it first".formatted(this.workshop.models().model(object)),
						this.owner.relation().subject())
					.of(object);
			}
			keys.add(key);
		}
		return keys;
	}

	/** Forget which of them were fetched. */
	void forget() {
		SavedState.forget(this.owner.instance(), this.owner.relation());
	}

	/** Save each of them whole. */
	void save(Collection<? extends Model> objects) {
		this.workshop.sender()
			.together(this.owner.route(), () -> objects
				.forEach((object) -> this.workshop.saver().save(object, SaveOptions.on(this.owner.route()))));
	}

	/** The versions as an UPDATE left them: the objects hold what it changed. */
	void countUp(Collection<? extends Model> objects) {
		for (Model object : objects) {
			FieldModel version = this.workshop.models().of(object).version();
			if (version != null) {
				this.workshop.state().countUp(object, version);
			}
		}
	}

	/**
	 * Compare the rows that point to the owner with the objects that are to.
	 * @param pointing the rows that do
	 */
	Difference difference(Collection<? extends Model> objects, RowFilter pointing) {
		EntityModel rows = model().concrete();
		Map<Object, Object> gone = new LinkedHashMap<>();
		this.workshop.rows()
			.select(model(), pointing, this.owner.route())
			.storedKeys()
			.forEach((stored) -> gone.put(Objects.requireNonNull(rows.key(stored)), stored));
		List<Model> added = new ArrayList<>();
		for (Model object : objects) {
			Object key = rows.key(this.workshop.values().key(object, rows.key()));
			if (key == null || gone.remove(key) == null) {
				added.add(object);
			}
		}
		return new Difference(gone.values(), added);
	}

	/**
	 * How the rows of a relation differ from what they are to be.
	 *
	 * @param gone the keys of rows that are too many
	 * @param added the objects that are missing
	 */
	record Difference(Collection<Object> gone, List<Model> added) {

	}

}
