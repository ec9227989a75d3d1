using Husrum.Functions.Pages;

var builder = WebApplication.CreateBuilder(args);
builder.Services.AddHusrumPages();
var app = builder.Build();
app.UseHusrumPages();
app.MapHusrumPages();
app.Run();

/// <summary>The program.</summary>
public sealed partial class Program;
