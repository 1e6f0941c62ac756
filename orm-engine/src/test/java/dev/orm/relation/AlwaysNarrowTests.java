package dev.orm.relation;

import java.util.List;

import dev.orm.Attributes;
import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.annotation.Id;
import dev.orm.annotation.OnDelete;
import dev.orm.annotation.OnDeleteAction;
import dev.orm.annotation.Table;
import dev.orm.column.ModelTables;
import dev.orm.declare.Meta;
import dev.orm.model.ForeignKey;
import dev.orm.model.Model;
import dev.orm.observe.QueryLog;
import dev.orm.test.Queries;
import dev.orm.test.TestDatabase;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static dev.orm.relation.DrawingPath.DRAWING;
import static dev.orm.relation.FigurePath.FIGURE;
import static org.assertj.core.api.Assertions.assertThat;

/** Rows that always come as the children they are. */
class AlwaysNarrowTests {

	private static final List<Class<? extends Model>> MODELS = List.of(Figure.class, Disc.class, Square.class,
			Drawing.class);

	@RegisterExtension
	static final TestDatabase database = TestDatabase
		.create(ModelTables.of(TypeRegistry.standard(), List.of(), MODELS));

	private final Orm orm = Orm.builder().dataSource(database.dataSource()).models(MODELS).build();

	private final Manager<Figure> figures = this.orm.manager(Figure.class);

	private final Manager<Drawing> drawings = this.orm.manager(Drawing.class);

	@BeforeEach
	void draw() {
		database.truncate("figure", "disc", "square", "drawing");
		Disc disc = new Disc();
		disc.color = "red";
		disc.radius = 3;
		this.orm.manager(Disc.class).save(disc);
		Square square = new Square();
		square.color = "blue";
		square.side = 4;
		this.orm.manager(Square.class).save(square);
		this.drawings.create(DRAWING.figure.is(disc));
		this.drawings.create(DRAWING.figure.is(square));
	}

	@Test
	void everyReadNarrows() {
		assertThat(this.figures.list()).hasExactlyElementsOfTypes(Disc.class, Square.class);
		assertThat(this.figures.get(1L)).isInstanceOf(Disc.class);
		assertThat(this.figures.filter(FIGURE.color.eq("blue")).first()).containsInstanceOf(Square.class);
		assertThat(this.figures.only(FIGURE.color).list()).hasOnlyElementsOfTypes(Disc.class, Square.class);
		assertThat(QueryLog.capture(() -> this.figures.count()).statements().get(0)).doesNotContain("JOIN");
	}

	@Test
	void keysAndJoinsNarrowToo() {
		List<Drawing> drawings = this.drawings.orderBy("id").list();
		assertThat(Queries.expect(1, () -> drawings.get(0).figure.get())).isInstanceOf(Disc.class);
		assertThat(drawings.get(1).figure.get()).isInstanceOf(Square.class);
		List<Drawing> joined = this.drawings.selectRelated(DRAWING.figure()).orderBy("id").list();
		assertThat(Queries.expect(0, () -> ((Square) joined.get(1).figure.get()).side)).isEqualTo(4);
		assertThat(this.drawings.prefetchRelated(DRAWING.figure()).get(1L).figure.get()).isInstanceOf(Disc.class);
	}

	@Test
	void theRowOfTheParentIsLocked() {
		this.orm.atomic().run(() -> {
			QueryLog log = QueryLog
				.capture(() -> assertThat(this.figures.selectForUpdate().get(1L)).isInstanceOf(Disc.class));
			assertThat(log.statements().get(0)).endsWith("FOR UPDATE OF \"t0\"");
			assertThat(this.figures
				.updateOrCreate(Attributes.of(FIGURE.color.is("red")), Attributes.of(FIGURE.color.is("pink")))
				.instance()).isInstanceOf(Disc.class);
		});
		assertThat(this.orm.manager(Disc.class).get(1L).color).isEqualTo("pink");
	}

	@Test
	void narrowedRowsAreReadAnewAndSaved() {
		Disc disc = (Disc) this.figures.get(1L);
		database.execute("UPDATE disc SET radius = 9");
		this.figures.refresh(disc);
		assertThat(disc.radius).isEqualTo(9);
		disc.radius = 10;
		this.figures.save(disc);
		assertThat(((Disc) this.figures.get(1L)).radius).isEqualTo(10);
		assertThat(this.figures.delete(disc).perModel()).containsKeys("Disc", "Figure", "Drawing");
	}

	@Table(name = "figure", ordering = "id")
	static class Figure extends Model {

		@Id
		Long id;

		String color;

		String color() {
			return this.color;
		}

		// tag::meta[]
		static void meta(Meta<Figure> meta) {
			meta.withSubclasses();
		}
		// end::meta[]

	}

	@Table(name = "disc")
	static class Disc extends Figure {

		int radius;

		int radius() {
			return this.radius;
		}

	}

	@Table(name = "square")
	static class Square extends Figure {

		int side;

		int side() {
			return this.side;
		}

	}

	@Table(name = "drawing")
	static class Drawing extends Model {

		@Id
		Long id;

		@OnDelete(OnDeleteAction.CASCADE)
		ForeignKey<Figure> figure;

	}

}
