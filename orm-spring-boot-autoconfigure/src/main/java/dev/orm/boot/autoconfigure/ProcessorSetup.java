package dev.orm.boot.autoconfigure;

/** What to add to a build so that the annotation processor runs. */
final class ProcessorSetup {

	/** The advice, for a failure's action. */
	static final String ADVICE = """
			Let the annotation processor run when models are compiled, then build again from scratch. With Maven:

			    <plugin>
			        <groupId>org.apache.maven.plugins</groupId>
			        <artifactId>maven-compiler-plugin</artifactId>
			        <configuration>
			            <annotationProcessorPaths>
			                <path>
			                    <groupId>dev.orm</groupId>
			                    <artifactId>orm-processor</artifactId>
			                    <version>${orm.version}</version>
			                </path>
			            </annotationProcessorPaths>
			        </configuration>
			    </plugin>

			  Where there are other paths (Lombok, spring-boot-configuration-processor), add this one to them: any path
			  hides the processors of the class path. Without any path, JDK 23 and later need
			  <maven.compiler.proc>full</maven.compiler.proc> among the properties.

			With Gradle:

			    annotationProcessor("dev.orm:orm-processor:${ormVersion}")
			""";

	private ProcessorSetup() {
	}

}
