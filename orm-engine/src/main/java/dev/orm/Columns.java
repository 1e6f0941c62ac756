package dev.orm;

import java.util.List;

import dev.orm.expression.ValueSource;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Querysets of one to twelve typed columns, and the functions that take a row of them.
 */
public final class Columns {

	private Columns() {
	}

	/** A queryset of 1 typed column. */
	public static final class Of1<T extends Model, A extends @Nullable Object> extends Projection<T, Of1<T, A>>
			implements ValueSource<A> {

		Of1() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the value, such as {@code Name::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function1<A, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0)));
		}

	}

	/** A queryset of 2 typed columns. */
	public static final class Of2<T extends Model, A extends @Nullable Object, B extends @Nullable Object>
			extends Projection<T, Of2<T, A, B>> {

		Of2() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function2<A, B, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1)));
		}

	}

	/** A queryset of 3 typed columns. */
	public static final class Of3<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object>
			extends Projection<T, Of3<T, A, B, C>> {

		Of3() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function3<A, B, C, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2)));
		}

	}

	/** A queryset of 4 typed columns. */
	public static final class Of4<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object>
			extends Projection<T, Of4<T, A, B, C, D>> {

		Of4() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function4<A, B, C, D, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3)));
		}

	}

	/** A queryset of 5 typed columns. */
	public static final class Of5<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object>
			extends Projection<T, Of5<T, A, B, C, D, E>> {

		Of5() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function5<A, B, C, D, E, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4)));
		}

	}

	/** A queryset of 6 typed columns. */
	public static final class Of6<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object>
			extends Projection<T, Of6<T, A, B, C, D, E, F>> {

		Of6() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function6<A, B, C, D, E, F, X> constructor) {
			return each(
					(row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4), at(row, 5)));
		}

	}

	/** A queryset of 7 typed columns. */
	public static final class Of7<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object>
			extends Projection<T, Of7<T, A, B, C, D, E, F, G>> {

		Of7() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function7<A, B, C, D, E, F, G, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4),
					at(row, 5), at(row, 6)));
		}

	}

	/** A queryset of 8 typed columns. */
	public static final class Of8<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object>
			extends Projection<T, Of8<T, A, B, C, D, E, F, G, H>> {

		Of8() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function8<A, B, C, D, E, F, G, H, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4),
					at(row, 5), at(row, 6), at(row, 7)));
		}

	}

	/** A queryset of 9 typed columns. */
	public static final class Of9<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object>
			extends Projection<T, Of9<T, A, B, C, D, E, F, G, H, I>> {

		Of9() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function9<A, B, C, D, E, F, G, H, I, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4),
					at(row, 5), at(row, 6), at(row, 7), at(row, 8)));
		}

	}

	/** A queryset of 10 typed columns. */
	public static final class Of10<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object>
			extends Projection<T, Of10<T, A, B, C, D, E, F, G, H, I, J>> {

		Of10() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function10<A, B, C, D, E, F, G, H, I, J, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4),
					at(row, 5), at(row, 6), at(row, 7), at(row, 8), at(row, 9)));
		}

	}

	/** A queryset of 11 typed columns. */
	public static final class Of11<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object>
			extends Projection<T, Of11<T, A, B, C, D, E, F, G, H, I, J, K>> {

		Of11() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function11<A, B, C, D, E, F, G, H, I, J, K, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4),
					at(row, 5), at(row, 6), at(row, 7), at(row, 8), at(row, 9), at(row, 10)));
		}

	}

	/** A queryset of 12 typed columns. */
	public static final class Of12<T extends Model, A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object>
			extends Projection<T, Of12<T, A, B, C, D, E, F, G, H, I, J, K, L>> {

		Of12() {
		}

		/**
		 * Read all rows and make something of each.
		 * @param <X> what it becomes
		 * @param constructor makes it of the values, such as {@code Stat::new}
		 * @return what the rows became
		 */
		public <X> List<X> as(Function12<A, B, C, D, E, F, G, H, I, J, K, L, X> constructor) {
			return each((row) -> constructor.apply(at(row, 0), at(row, 1), at(row, 2), at(row, 3), at(row, 4),
					at(row, 5), at(row, 6), at(row, 7), at(row, 8), at(row, 9), at(row, 10), at(row, 11)));
		}

	}

	/** Takes 1 value. */
	@FunctionalInterface
	public interface Function1<A extends @Nullable Object, X> {

		X apply(A a);

	}

	/** Takes 2 values. */
	@FunctionalInterface
	public interface Function2<A extends @Nullable Object, B extends @Nullable Object, X> {

		X apply(A a, B b);

	}

	/** Takes 3 values. */
	@FunctionalInterface
	public interface Function3<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, X> {

		X apply(A a, B b, C c);

	}

	/** Takes 4 values. */
	@FunctionalInterface
	public interface Function4<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d);

	}

	/** Takes 5 values. */
	@FunctionalInterface
	public interface Function5<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e);

	}

	/** Takes 6 values. */
	@FunctionalInterface
	public interface Function6<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e, F f);

	}

	/** Takes 7 values. */
	@FunctionalInterface
	public interface Function7<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e, F f, G g);

	}

	/** Takes 8 values. */
	@FunctionalInterface
	public interface Function8<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e, F f, G g, H h);

	}

	/** Takes 9 values. */
	@FunctionalInterface
	public interface Function9<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e, F f, G g, H h, I i);

	}

	/** Takes 10 values. */
	@FunctionalInterface
	public interface Function10<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j);

	}

	/** Takes 11 values. */
	@FunctionalInterface
	public interface Function11<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k);

	}

	/** Takes 12 values. */
	@FunctionalInterface
	public interface Function12<A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object, X> {

		X apply(A a, B b, C c, D d, E e, F f, G g, H h, I i, J j, K k, L l);

	}

}
