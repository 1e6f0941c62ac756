package dev.orm.validate.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.orm.Manager;
import dev.orm.Orm;
import dev.orm.column.ModelTables;
import dev.orm.test.TestDatabase;
import dev.orm.validate.ValidationErrors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.validation.BindingResult;
import org.springframework.validation.MapBindingResult;

import static dev.orm.validate.form.PaperPath.PAPER;
import static org.assertj.core.api.Assertions.assertThat;

/** The examples of the page on forms. */
class FormGuideTests {

	@RegisterExtension
	static final TestDatabase database = TestDatabase.create(ModelTables.of(List.of(), Publisher.class, Paper.class));

	private final Manager<Paper> papers = Orm.builder()
		.dataSource(database.dataSource())
		.models(List.of(Publisher.class, Paper.class))
		.build()
		.manager(Paper.class);

	@Test
	void form() {
		Map<String, String> parameters = Map.of("title", "Nature", "price", "9.9o", "admin", "true");
		BindingResult result = new MapBindingResult(new HashMap<>(), "paper");
		// tag::form[]
		ModelBinder<Paper> form = this.papers.binder(PAPER.title, PAPER.price, PAPER.maker);

		Paper paper = new Paper();
		ValidationErrors errors = form.bindAndValidate(paper, parameters);
		if (errors.isEmpty()) {
			this.papers.save(paper);
		}
		errors.copyTo(result::rejectValue);
		// end::form[]
		assertThat(result.getFieldErrorCount()).isOne();
	}

	@Test
	void document() {
		ModelBinder<Paper> form = this.papers.binder("subtitle", "price");
		Paper paper = new Paper();
		paper.subtitle = "weekly";
		// tag::document[]
		Map<String, Object> tree = new HashMap<>();
		tree.put("subtitle", null);
		tree.put("price", 12.5);

		ValidationErrors errors = form.bindJsonAndValidate(paper, tree);
		// end::document[]
		assertThat(errors.isEmpty()).isTrue();
		assertThat(paper.subtitle).isNull();
		assertThat(paper.price).isEqualByComparingTo("12.5");
	}

}
