package dev.orm.tenancy;

import java.util.List;

import dev.orm.column.ModelTables;
import dev.orm.error.ModelDefinitionException;
import dev.orm.expression.Q;
import dev.orm.meta.ModelRegistry;
import dev.orm.migration.DescribedBinding;
import dev.orm.model.EntityBinding;
import dev.orm.tenancy.Office.Client;
import dev.orm.tenancy.Office.Company;
import dev.orm.tenancy.Office.Invoice;
import dev.orm.tenancy.Office.Line;
import dev.orm.tenancy.Office.Subject;
import dev.orm.tenancy.Office.Topic;
import dev.orm.type.TypeRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What migrations make of tables whose rows are tenants'. */
class DividedTableTests {

	private static final String SETTING = "current_setting('orm.tenant', TRUE)";

	private static String statements() {
		return String.join("\n", ModelTables.of(List.of(), Company.class, Client.class, Invoice.class, Line.class,
				Topic.class, Subject.class));
	}

	@Test
	void whatIsUniqueBeginsWithTheTenant() {
		assertThat(statements()).contains("UNIQUE (\"company_id\", \"code\")", "UNIQUE (\"tax\")",
				"UNIQUE (\"company_id\", \"id\")");
	}

	@Test
	void aForeignKeyHoldsTheTenant() {
		assertThat(statements()).contains(
				"FOREIGN KEY (\"company_id\", \"client_id\") REFERENCES \"client\" (\"company_id\", \"id\")",
				"FOREIGN KEY (\"company_id\") REFERENCES \"company\" (\"id\")");
	}

	@Test
	void aGeneratedJoinTableHasTheTenantToo() {
		assertThat(statements()).contains("UNIQUE (\"company_id\", \"client_id\", \"topic_id\")",
				"CREATE POLICY \"tenant\" ON \"client_interests\" USING",
				"ALTER TABLE \"client_interests\" FORCE ROW LEVEL SECURITY",
				"FOREIGN KEY (\"company_id\", \"topic_id\") REFERENCES \"topic\" (\"company_id\", \"id\")");
	}

	@Test
	void aPolicyShowsRowsOfTheTenantOfTheSession() {
		assertThat(statements()).contains("ALTER TABLE \"client\" FORCE ROW LEVEL SECURITY")
			.contains("CREATE POLICY \"tenant\" ON \"client\" USING")
			.contains(SETTING);
	}

	@Test
	void aPolicyBesideThatOfTheTenantIsRefused() {
		DescribedBinding binding = new DescribedBinding(EntityBinding.of(Client.class).describe(),
				(meta) -> meta.policy("own", Q.of("name", "ann")));
		ModelRegistry models = ModelRegistry.bound(
				List.of(EntityBinding.of(Company.class), binding, EntityBinding.of(Invoice.class),
						EntityBinding.of(Line.class), EntityBinding.of(Topic.class), EntityBinding.of(Subject.class)),
				TypeRegistry.standard());
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> models.model(Client.class).declarations())
			.withMessageContaining("policies beside that of its @TenantId")
			.withMessageContaining("(tenant-policy)");
	}

}
