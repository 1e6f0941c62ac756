package dev.orm.boot.validation;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of validation.
 *
 * @param onSave Whether each save of an instance validates it, unless it is told not to.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.validation")
public record OrmValidationProperties(@DefaultValue("false") boolean onSave) {

}
