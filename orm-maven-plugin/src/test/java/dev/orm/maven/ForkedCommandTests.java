package dev.orm.maven;

import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ForkedCommandTests {

	@Test
	void optionsOfTheLanguageAreTakenFromWhatTheUserSet() {
		Properties properties = new Properties();
		properties.setProperty("fill", "shop_product.weight=0");
		properties.setProperty("dry-run", "true");
		properties.setProperty("skipTests", "true");
		assertThat(ForkedCommand.options(properties)).containsOnlyKeys("fill", "dry-run");
	}

	@Test
	void aCommandOfFilesSaysWhereTheyAre() {
		ForkedCommand command = ForkedCommand.ofFiles("makemigrations", new File("db"),
				Map.of("fill", "a.b=0", "dry-run", "true"));
		assertThat(command.mainClass()).isEqualTo("dev.orm.migration.Manage");
		assertThat(command.arguments()).startsWith("makemigrations", "--directory=db")
			.contains("--fill=a.b=0", "--dry-run");
		assertThat(command.words(List.of("a.jar"), false))
			.contains("-Dlogback.configurationFile=dev/orm/migration/logback.xml");
	}

	@Test
	void aFolderToWriteToIsForCommandsOfTheDatabase() {
		Map<String, String> options = Map.of("directory", "src/main/java");
		assertThat(ForkedCommand.ofApplication("inspectdb", "shop.Shop", options).arguments())
			.containsExactly("--orm.command=inspectdb --directory=src/main/java");
		assertThat(ForkedCommand.ofFiles("check", new File("db"), options).arguments()).containsExactly("check",
				"--directory=db");
	}

	@Test
	void aCommandOfTheDatabaseIsAnArgumentOfTheApplication() {
		ForkedCommand command = ForkedCommand.ofApplication("migrate", "shop.Shop",
				Map.of("to", "0006", "accept-loss", ""));
		assertThat(command.arguments()).containsExactly("--orm.command=migrate 0006 --accept-loss");
		assertThat(command.words(List.of("a.jar", "b.jar"), false)).contains("-Dorm.interactive=false", "shop.Shop")
			.noneMatch((word) -> word.contains("logback"));
	}

}
