package dev.orm.sql;

import java.util.ArrayList;
import java.util.List;

import dev.orm.type.ValueType;
import org.jspecify.annotations.Nullable;

/**
 * Elements of an array: {@code (array)[1][2:3]}. Subscripts of an array of arrays stand
 * side by side, as {@code ((array)[1])[2]} is NULL.
 *
 * @param array the array
 * @param places which elements, one for each dimension
 * @param type the type of the elements
 */
public record Subscript(Sql array, List<Place> places, ValueType type) implements Sql {

	public Subscript {
		places = List.copyOf(places);
	}

	/** Which elements of a dimension. */
	public sealed interface Place {

	}

	/**
	 * One element.
	 *
	 * @param place its place, from 1
	 */
	public record At(int place) implements Place {

	}

	/**
	 * Elements that follow each other.
	 *
	 * @param from the first, from 1
	 * @param to the last, or null for all that follow
	 */
	public record Slice(int from, @Nullable Integer to) implements Place {

	}

	/**
	 * Take elements of an array, or of what was taken of one.
	 * @param array the array
	 * @param place which elements
	 * @param type their type
	 * @return the elements
	 */
	public static Subscript of(Sql array, Place place, ValueType type) {
		if (array instanceof Subscript inner) {
			List<Place> places = new ArrayList<>(inner.places);
			places.add(place);
			return new Subscript(inner.array, places, type);
		}
		return new Subscript(array, List.of(place), type);
	}

	@Override
	public List<Sql> children() {
		return List.of(this.array);
	}

	@Override
	public Sql withChildren(List<Sql> children) {
		return new Subscript(children.get(0), this.places, this.type);
	}

	@Override
	public <R> R accept(SqlVisitor<R> visitor) {
		return visitor.subscript(this);
	}

}
