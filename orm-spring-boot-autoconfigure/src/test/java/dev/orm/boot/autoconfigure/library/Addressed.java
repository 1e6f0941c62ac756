package dev.orm.boot.autoconfigure.library;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A rule that nobody keeps who is looked at. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Addressed.Never.class)
@interface Addressed {

	String message() default "has no address";

	Class<?>[] groups() default {};

	Class<? extends Payload>[] payload() default {};

	/** Refuses everybody. */
	class Never implements ConstraintValidator<Addressed, Author> {

		@Override
		public boolean isValid(Author author, ConstraintValidatorContext context) {
			return false;
		}

	}

}
