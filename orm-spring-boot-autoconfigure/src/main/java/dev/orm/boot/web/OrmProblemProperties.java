package dev.orm.boot.web;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Properties of answers to requests.
 *
 * @param problems Whether exceptions of the ORM that no handler takes are answered as
 * problems: 404, 400, 409, 503.
 * @since 0.1.0
 */
@ConfigurationProperties("orm.web")
public record OrmProblemProperties(@DefaultValue("true") boolean problems) {

}
