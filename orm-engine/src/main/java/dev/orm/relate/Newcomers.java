package dev.orm.relate;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

import dev.orm.instance.AutomaticColumn;
import dev.orm.instance.WriteModel;
import dev.orm.meta.EntityModel;
import dev.orm.meta.FieldModel;
import dev.orm.meta.RelationModel;
import dev.orm.model.Model;

/**
 * Rows that are about to get an owner: where its rows have places, they come last. Used
 * by one thread, as the owner.
 */
final class Newcomers {

	private final Owner owner;

	private final Workshop workshop;

	private final Optional<AutomaticColumn> place;

	Newcomers(Owner owner, Workshop workshop) {
		this.owner = owner;
		this.workshop = workshop;
		this.place = place(owner.relation(), workshop);
	}

	/** The places of the rows that a relation leads to, among those of one owner. */
	static Optional<AutomaticColumn> place(RelationModel relation, Workshop workshop) {
		return workshop.models()
			.of(relation.target())
			.following()
			.stream()
			.filter((following) -> following.isPosition() && relation.field() != null
					&& following.source().name().equals(relation.foreignKey().name()))
			.findFirst();
	}

	/** The fields of a newcomer that change besides the foreign key. */
	int[] changed(WriteModel model) {
		return IntStream
			.concat(IntStream.of(model.counted()), this.place.stream().mapToInt((column) -> of(model, column).index()))
			.distinct()
			.toArray();
	}

	private static FieldModel of(WriteModel model, AutomaticColumn column) {
		return model.model().field(column.field().name()).orElseThrow();
	}

	/**
	 * Let rows point to the owner.
	 * @param objects their instances, which get their places
	 * @param keys their keys, in their order
	 * @param key what the foreign key holds then
	 * @param pointing sends the update
	 */
	void point(Collection<Model> objects, Collection<?> keys, Object key, Runnable pointing) {
		if (this.place.isEmpty()) {
			pointing.run();
			return;
		}
		Map<Object, Long> places = this.workshop.order()
			.append(this.place.get(), key, keys, this.owner.route(), pointing);
		for (Model object : objects) {
			WriteModel model = this.workshop.models().of(object);
			FieldModel position = of(model, this.place.get());
			Long place = places.get(key(model.model(), object));
			if (place != null) {
				position.set(object, position.convert(place));
			}
		}
	}

	private Object key(EntityModel model, Model object) {
		return Objects.requireNonNull(model.key(this.workshop.values().key(object, model.key())));
	}

}
