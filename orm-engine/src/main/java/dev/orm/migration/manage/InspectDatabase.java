package dev.orm.migration.manage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.orm.error.detail.UnknownName;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.CommandException;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;
import dev.orm.migration.source.ModelSource;
import dev.orm.migration.source.ModelSources;
import dev.orm.schema.Namespace;
import dev.orm.schema.ObjectId;
import dev.orm.schema.Schema;
import dev.orm.schema.SchemaObject;
import dev.orm.schema.Table;

/** Writes the classes of models for tables that are there. Django's {@code inspectdb}. */
final class InspectDatabase implements Command {

	@Override
	public String name() {
		return "inspectdb";
	}

	@Override
	public String summary() {
		return "writes the classes of models for tables that are there";
	}

	@Override
	public List<String> valued() {
		return List.of("package", "directory", "schemas");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.wholeDatabase();
		Schema further = Schema.of(arguments.values("schemas").stream().map(Namespace::new).toList());
		Schema views = migrator.views();
		List<SchemaObject> all = new ArrayList<>(migrator.read(further).objects());
		all.addAll(views.objects());
		Schema schema = Schema.of(all);
		Set<String> viewNames = views.all(Table.class).stream().map(Table::name).collect(Collectors.toSet());
		Set<String> wanted = new TreeSet<>(arguments.words());
		for (String table : wanted) {
			if (!schema.has(ObjectId.table(table))) {
				throw new CommandException(ExitCode.USAGE, "there is no table %s.".formatted(table),
						UnknownName.of("", table, schema.all(Table.class).stream().map(Table::name).toList()));
			}
		}
		String packageName = arguments.value("package").orElse("models");
		List<ModelSource> sources = ModelSources.of(schema, viewNames, packageName, wanted);
		if (arguments.has("directory")) {
			Path folder = Path.of(arguments.value("directory").orElse("src/main/java"))
				.resolve(packageName.replace('.', '/'));
			sources.forEach((source) -> write(folder, source, terminal));
			Adopt.unspoken(migrator, terminal);
		}
		else {
			sources.forEach((source) -> terminal.say(source.text()));
		}
		return ExitCode.FINE;
	}

	private static void write(Path folder, ModelSource source, Terminal terminal) {
		Path file = folder.resolve(source.className() + ".java");
		try {
			if (Files.exists(file)) {
				throw new CommandException(ExitCode.CONFLICT, "%s is there already and stays as it is".formatted(file));
			}
			Files.createDirectories(folder);
			Files.writeString(file, source.text());
			terminal.say("  " + file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException("Cannot write " + file, ex);
		}
	}

}
