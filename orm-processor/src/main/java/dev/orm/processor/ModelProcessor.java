package dev.orm.processor;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic;

/**
 * Generates the typed metamodel of every model in the compilation: paths, the binding
 * that reads and writes rows, the subclass with deferred fields, and the index of models.
 * Called by the compiler.
 */
@SupportedOptions(SilencedWarnings.OPTION)
@SupportedAnnotationTypes({ EngineNames.TABLE, EngineNames.PROXY, EngineNames.ID })
public final class ModelProcessor extends AbstractProcessor {

	/** All models of the compilation. */
	private final Set<String> models = new LinkedHashSet<>();

	/**
	 * Those nothing was generated for yet: they may wait for types another processor
	 * generates.
	 */
	private final Set<String> pending = new LinkedHashSet<>();

	/** What the index says of each. */
	private final Map<String, String> indexed = new TreeMap<>();

	private ModelTypes types;

	private GeneratedNames names;

	private Problems problems;

	/** Create the processor; the compiler does. */
	public ModelProcessor() {
	}

	@Override
	public SourceVersion getSupportedSourceVersion() {
		return SourceVersion.latestSupported();
	}

	@Override
	public synchronized void init(ProcessingEnvironment environment) {
		super.init(environment);
		this.types = new ModelTypes(environment.getElementUtils(), environment.getTypeUtils());
		this.names = new GeneratedNames(this.types);
		String silent = environment.getOptions().getOrDefault(SilencedWarnings.OPTION, "");
		this.problems = new Problems(environment.getMessager(), new SilencedWarnings(silent));
	}

	@Override
	public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
		collect(round);
		if (round.processingOver()) {
			// What is still pending has a field of a type nobody generated: the compiler
			// says so itself
			if (!this.indexed.isEmpty() && !round.errorRaised()) {
				writeIndex();
			}
		}
		else if (!this.pending.isEmpty()) {
			generate();
		}
		return false;
	}

	private void collect(RoundEnvironment round) {
		ModelChecks checks = new ModelChecks(this.types, this.problems);
		strayKeys(round, checks);
		for (String annotation : List.of(EngineNames.TABLE, EngineNames.PROXY)) {
			TypeElement type = this.processingEnv.getElementUtils().getTypeElement(annotation);
			for (Element element : (type != null) ? round.getElementsAnnotatedWith(type) : Set.<Element>of()) {
				if (checks.check((TypeElement) element)
						&& this.models.add(((TypeElement) element).getQualifiedName().toString())) {
					this.pending.add(((TypeElement) element).getQualifiedName().toString());
					this.names.register((TypeElement) element);
				}
			}
		}
	}

	/** A key in a concrete class that is no model is a table somebody forgot. */
	private void strayKeys(RoundEnvironment round, ModelChecks checks) {
		TypeElement id = this.processingEnv.getElementUtils().getTypeElement(EngineNames.ID);
		if (id != null) {
			round.getElementsAnnotatedWith(id).forEach(checks::strayKey);
		}
	}

	private boolean isResolved(TypeElement model) {
		return this.types.allAttributes(model)
			.stream()
			.noneMatch((field) -> ModelTypes.isUnresolved(this.types.typeIn(model, field)));
	}

	/**
	 * Generate for every model whose types are known; all models of the compilation count
	 * for the ways back.
	 */
	private void generate() {
		TableNames tables = new TableNames(this.types, this.problems);
		ModelReader reader = new ModelReader(this.types, tables, this.problems);
		Map<String, DeclaredModel> known = new LinkedHashMap<>();
		this.models
			.forEach((name) -> known.put(name, reader.read(this.processingEnv.getElementUtils().getTypeElement(name))));
		ReverseRelations reverse = new ReverseRelations(this.types, known.values());
		List<DeclaredModel> ready = this.pending.stream()
			.map(known::get)
			.filter((model) -> isResolved(model.element()))
			.toList();
		check(ready, reverse);
		PathWriter paths = new PathWriter(this.types, this.names);
		for (DeclaredModel model : ready) {
			this.pending.remove(model.name());
			write(model, paths.write(model, reverse));
			if (!this.problems.affect(model.element())) {
				writeBinding(model);
			}
		}
	}

	private void check(List<DeclaredModel> models, ReverseRelations reverse) {
		FieldChecks checks = new FieldChecks(this.types, this.problems);
		MetaMethods metaMethods = new MetaMethods(this.types, this.problems);
		AnnotationChecks annotationChecks = new AnnotationChecks(this.types, this.problems);
		ColumnChecks columnChecks = new ColumnChecks(this.problems);
		ChoiceChecks choiceChecks = new ChoiceChecks(this.types, this.problems);
		SuccessionChecks successionChecks = new SuccessionChecks(this.problems);
		KindChecks kindChecks = new KindChecks(this.types, this.problems);
		JoinModelChecks joinChecks = new JoinModelChecks(this.types, this.problems);
		models.forEach((model) -> {
			checks.check(model, reverse.of(model));
			annotationChecks.check(model, reverse.of(model));
			metaMethods.check(model.element());
			columnChecks.check(model);
			choiceChecks.check(model);
			successionChecks.check(model);
			kindChecks.check(model);
			joinChecks.check(model);
		});
	}

	private void writeBinding(DeclaredModel model) {
		Deferral deferral = new Accessors(this.types).of(model);
		ModelChecks modelChecks = new ModelChecks(this.types, this.problems);
		modelChecks.lombokOrder(model, deferral);
		modelChecks.lombokConstructors(model);
		List<ExecutableElement> metaMethods = new MetaMethods(this.types, this.problems).of(model.element());
		GeneratedClass binding = new BindingWriter(this.types, this.names, model, deferral, metaMethods).write();
		write(model, binding);
		if (deferral.extendable()) {
			write(model, new DeferredWriter(this.types, this.names).write(model, deferral));
		}
		String line = new IndexLine(this.types, model)
			.write(new ModelDigest(this.processingEnv).of(binding, metaMethods), untold(model, metaMethods));
		this.indexed.put(IndexLine.model(line), line);
	}

	private String untold(DeclaredModel model, List<ExecutableElement> metaMethods) {
		boolean plain = new NewInstances(this.processingEnv).arePlain(model.element());
		boolean declares = !metaMethods.isEmpty()
				|| model.fields().stream().anyMatch((field) -> field.is("POSITION") || field.is("GENERIC_TYPE"));
		return (declares ? "m" : "") + (plain ? "" : "i") + (ClassAnnotations.haveForeign(model.element()) ? "a" : "");
	}

	private void write(DeclaredModel model, GeneratedClass generated) {
		Filer filer = this.processingEnv.getFiler();
		try {
			generated.writeTo(filer);
		}
		catch (FilerException ex) {
			this.problems.error(model.element(),
					"Cannot generate %s for model %s, because there is a class of that name", generated.simpleName(),
					model.simpleName());
		}
		catch (IOException ex) {
			this.problems.error(model.element(), "Cannot write %s for model %s: %s", generated.simpleName(),
					model.simpleName(), ex);
		}
	}

	private void writeIndex() {
		try {
			new IndexWriter(this.processingEnv.getFiler(), this.processingEnv.getElementUtils()).write(this.indexed);
		}
		catch (IOException ex) {
			this.processingEnv.getMessager()
				.printMessage(Diagnostic.Kind.ERROR, "Cannot write " + IndexWriter.RESOURCE + ": " + ex);
		}
	}

}
