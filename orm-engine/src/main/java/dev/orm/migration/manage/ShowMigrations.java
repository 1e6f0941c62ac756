package dev.orm.migration.manage;

import java.util.List;

import dev.orm.journal.Version;
import dev.orm.migration.apply.MigrationStatus;
import dev.orm.migration.apply.MigrationStatus.State;
import dev.orm.migration.apply.Migrator;
import dev.orm.migration.command.Arguments;
import dev.orm.migration.command.ExitCode;
import dev.orm.migration.command.Terminal;

/** Lists migrations and whether they ran. */
final class ShowMigrations implements Command {

	@Override
	public String name() {
		return "showmigrations";
	}

	@Override
	public String summary() {
		return "lists migrations and whether they ran";
	}

	@Override
	public List<String> flags() {
		return List.of("list", "plan");
	}

	@Override
	public ExitCode run(Arguments arguments, Project project, Terminal terminal) {
		Migrator migrator = project.database();
		List<MigrationStatus> all = migrator.status();
		for (MigrationStatus status : all) {
			terminal.say(" [%s] %s%s".formatted(sign(status.state()), status.title(), remark(status)));
		}
		long pending = all.stream().filter((status) -> status.state() == State.PENDING).count();
		Version version = migrator.version();
		terminal.say("%s   %d pending".formatted(version.isSame(Version.ZERO) ? "before all migrations" : "V" + version,
				pending));
		return ExitCode.FINE;
	}

	private static String sign(State state) {
		return switch (state) {
			case APPLIED, MISSING, BELOW_BASELINE -> "X";
			case FAILED -> "!";
			case PENDING, LATE -> " ";
		};
	}

	private static String remark(MigrationStatus status) {
		return switch (status.state()) {
			case APPLIED, PENDING -> "";
			case FAILED -> "   failed: put right what it left, then repair";
			case MISSING -> "   its file is gone";
			case LATE -> "   late: a newer one ran before it";
			case BELOW_BASELINE -> "   below the baseline";
		};
	}

}
