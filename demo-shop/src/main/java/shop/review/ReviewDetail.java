package shop.review;

import java.time.Instant;

/** A review by keys. */
public record ReviewDetail(Long id, Long product, Long customer, int rating, String comment, Instant createdAt) {

}
