package dev.orm.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/**
 * The engine's own classes: neither its tests nor the processor, which shares its base
 * package.
 */
final class EngineClasses {

	static final JavaClasses ALL = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
		.withImportOption((location) -> !location.contains("/dev/orm/processor/"))
		.importPackages(Rooms.BASE);

	private EngineClasses() {
	}

}
