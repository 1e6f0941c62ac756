/**
 * What holds for all models and all changes of them, on models made up from seeds.
 * {@code -Dorm.migration.pairs=5000} tries more of them than the build does, and
 * {@code -Dorm.migration.first=75} begins with another seed.
 * <table>
 * <caption>Laws</caption>
 * <tr>
 * <th>law</th>
 * <th>test</th>
 * <th>pairs in the build</th>
 * </tr>
 * <tr>
 * <td>1. what is written of models is what is read</td>
 * <td>{@code SchemaLawTests#whatIsWrittenIsWhatIsReadForwardAndBack}</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>2. a difference leads from one schema to the other</td>
 * <td>the same</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>3. its undo leads back</td>
 * <td>the same</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>4. facts and journals are the inverse of their text</td>
 * <td>{@code SchemaLawTests#factsAndJournalsAreTheInverseOfTheirText}</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>5. nothing leads from a schema to itself</td>
 * <td>{@code SchemaLawTests#nothingLeadsFromASchemaToItself}</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>6. and 8. rows keep the values of columns that stay, renamed ones too</td>
 * <td>{@code SchemaLawTests#rowsKeepTheirValuesForwardAndBack}</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>7. a baseline makes what the migrations make</td>
 * <td>{@code SchemaLawTests#aBaselineMakesWhatTheMigrationsMake}, and 1 with 2 for
 * all</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>9. predicted locks, rewrites and scans are those that are measured, at once and
 * online</td>
 * <td>{@code EffectLawTests}; {@code HandWrittenLawTests} for SQL that people write</td>
 * <td>500 each; 3 histories of 24 statements</td>
 * </tr>
 * <tr>
 * <td>10. between any two files of an online change the journal is right, there and back,
 * views are there, and the version before or the one after works</td>
 * <td>{@code OnlineLawTests#afterEachStepTheJournalIsRightAndAVersionWorksThereAndBack}</td>
 * <td>500</td>
 * </tr>
 * <tr>
 * <td>11. two branches conflict, or their order does not matter</td>
 * <td>{@code OnlineLawTests#twoBranchesConflictOrTheirOrderDoesNotMatter}</td>
 * <td>500</td>
 * </tr>
 * </table>
 * Connections that are lost at any statement are {@code AnomalyTests}; what Django
 * answers to changes of models, {@code EvolutionTests} and {@code EvolvedRowsTests}.
 */
@NullMarked
package dev.orm.law.migration;

import org.jspecify.annotations.NullMarked;
