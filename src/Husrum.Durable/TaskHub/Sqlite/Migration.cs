namespace Husrum.Durable.TaskHub.Sqlite;

/// <summary>A numbered step that brings a file's tables from one version to the next.</summary>
/// <param name="Component">Whose tables, such as <c>register</c>.</param>
/// <param name="Number">1, 2, 3 … without gaps.</param>
/// <param name="Sql">The statements.</param>
public sealed record Migration(string Component, int Number, string Sql);
