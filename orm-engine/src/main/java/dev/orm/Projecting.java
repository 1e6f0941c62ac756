package dev.orm;

import java.util.List;

import dev.orm.expression.Expression;
import dev.orm.model.Model;
import org.jspecify.annotations.Nullable;

/**
 * Selects typed columns. Where some aggregate, the rows are grouped by the others.
 *
 * @param <T> the model
 * @param <V> the rows: instances or values
 * @param <S> the querysets that come of it
 */
public abstract class Projecting<T extends Model, V, S extends Projecting<T, V, S>> extends Selecting<T, V, S> {

	Projecting() {
	}

	/**
	 * Select 1 typed column instead of instances; {@code flat} answers its bare values.
	 * @param a the column
	 * @return a queryset of rows; {@code as(Name::new)} reads it
	 */
	public final <A extends @Nullable Object> Columns.Of1<T, A> values(Expression<? super T, A> a) {
		return new Columns.Of1<T, A>().of(recipe(), List.of(a));
	}

	/**
	 * Select 2 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object> Columns.Of2<T, A, B> values(
			Expression<? super T, A> a, Expression<? super T, B> b) {
		return new Columns.Of2<T, A, B>().of(recipe(), List.of(a, b));
	}

	/**
	 * Select 3 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object> Columns.Of3<T, A, B, C> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c) {
		return new Columns.Of3<T, A, B, C>().of(recipe(), List.of(a, b, c));
	}

	/**
	 * Select 4 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object> Columns.Of4<T, A, B, C, D> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d) {
		return new Columns.Of4<T, A, B, C, D>().of(recipe(), List.of(a, b, c, d));
	}

	/**
	 * Select 5 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object> Columns.Of5<T, A, B, C, D, E> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e) {
		return new Columns.Of5<T, A, B, C, D, E>().of(recipe(), List.of(a, b, c, d, e));
	}

	/**
	 * Select 6 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @param f the sixth column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object> Columns.Of6<T, A, B, C, D, E, F> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e, Expression<? super T, F> f) {
		return new Columns.Of6<T, A, B, C, D, E, F>().of(recipe(), List.of(a, b, c, d, e, f));
	}

	/**
	 * Select 7 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @param f the sixth column
	 * @param g the seventh column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object> Columns.Of7<T, A, B, C, D, E, F, G> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e, Expression<? super T, F> f,
			Expression<? super T, G> g) {
		return new Columns.Of7<T, A, B, C, D, E, F, G>().of(recipe(), List.of(a, b, c, d, e, f, g));
	}

	/**
	 * Select 8 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @param f the sixth column
	 * @param g the seventh column
	 * @param h the eighth column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object> Columns.Of8<T, A, B, C, D, E, F, G, H> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e, Expression<? super T, F> f,
			Expression<? super T, G> g, Expression<? super T, H> h) {
		return new Columns.Of8<T, A, B, C, D, E, F, G, H>().of(recipe(), List.of(a, b, c, d, e, f, g, h));
	}

	/**
	 * Select 9 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @param f the sixth column
	 * @param g the seventh column
	 * @param h the eighth column
	 * @param i the ninth column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object> Columns.Of9<T, A, B, C, D, E, F, G, H, I> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e, Expression<? super T, F> f,
			Expression<? super T, G> g, Expression<? super T, H> h, Expression<? super T, I> i) {
		return new Columns.Of9<T, A, B, C, D, E, F, G, H, I>().of(recipe(), List.of(a, b, c, d, e, f, g, h, i));
	}

	/**
	 * Select 10 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @param f the sixth column
	 * @param g the seventh column
	 * @param h the eighth column
	 * @param i the ninth column
	 * @param j the tenth column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object> Columns.Of10<T, A, B, C, D, E, F, G, H, I, J> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e, Expression<? super T, F> f,
			Expression<? super T, G> g, Expression<? super T, H> h, Expression<? super T, I> i,
			Expression<? super T, J> j) {
		return new Columns.Of10<T, A, B, C, D, E, F, G, H, I, J>().of(recipe(), List.of(a, b, c, d, e, f, g, h, i, j));
	}

	/**
	 * Select 11 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @param f the sixth column
	 * @param g the seventh column
	 * @param h the eighth column
	 * @param i the ninth column
	 * @param j the tenth column
	 * @param k the eleventh column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object> Columns.Of11<T, A, B, C, D, E, F, G, H, I, J, K> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e, Expression<? super T, F> f,
			Expression<? super T, G> g, Expression<? super T, H> h, Expression<? super T, I> i,
			Expression<? super T, J> j, Expression<? super T, K> k) {
		return new Columns.Of11<T, A, B, C, D, E, F, G, H, I, J, K>().of(recipe(),
				List.of(a, b, c, d, e, f, g, h, i, j, k));
	}

	/**
	 * Select 12 typed columns instead of instances.
	 * @param a the first column
	 * @param b the second column
	 * @param c the third column
	 * @param d the fourth column
	 * @param e the fifth column
	 * @param f the sixth column
	 * @param g the seventh column
	 * @param h the eighth column
	 * @param i the ninth column
	 * @param j the tenth column
	 * @param k the eleventh column
	 * @param l the twelfth column
	 * @return a queryset of rows; {@code as(Stat::new)} reads it
	 */
	public final <A extends @Nullable Object, B extends @Nullable Object, C extends @Nullable Object, D extends @Nullable Object, E extends @Nullable Object, F extends @Nullable Object, G extends @Nullable Object, H extends @Nullable Object, I extends @Nullable Object, J extends @Nullable Object, K extends @Nullable Object, L extends @Nullable Object> Columns.Of12<T, A, B, C, D, E, F, G, H, I, J, K, L> values(
			Expression<? super T, A> a, Expression<? super T, B> b, Expression<? super T, C> c,
			Expression<? super T, D> d, Expression<? super T, E> e, Expression<? super T, F> f,
			Expression<? super T, G> g, Expression<? super T, H> h, Expression<? super T, I> i,
			Expression<? super T, J> j, Expression<? super T, K> k, Expression<? super T, L> l) {
		return new Columns.Of12<T, A, B, C, D, E, F, G, H, I, J, K, L>().of(recipe(),
				List.of(a, b, c, d, e, f, g, h, i, j, k, l));
	}

}
