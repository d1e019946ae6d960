using Portal.Workflows;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Tests.Workflows;

public class DocumentLinesTests
{
    private const string Text = """
        {
          "id": "x",
          "root": {
            "activities": [
              { "id": "a" },
              {
                "id": "b",
                "list": [1, [2,
                  3], {}],
                "title": "T"
              }
            ],
            "connections": []
          }
        }
        """;

    [Theory]
    [InlineData("$", 1)]
    [InlineData("$.id", 2)]
    [InlineData("$.root", 3)]
    [InlineData("$.root.activities", 4)]
    [InlineData("$.root.activities[0]", 5)]
    [InlineData("$.root.activities[1]", 6)]
    [InlineData("$.root.activities[1].id", 7)]
    [InlineData("$.root.activities[1].list[1][1]", 9)]
    [InlineData("$.root.activities[1].title", 10)]
    [InlineData("$.root.connections", 13)]
    [InlineData("$.root.activities[1].gone", 6)]
    [InlineData("$.nowhere", 1)]
    public void The_line_of_a_place(string path, int line) => Assert.Equal(line, DocumentLines.Of(Text, path));

    [Fact]
    public void Every_activity_of_the_shipped_definitions_stands_on_the_line_of_its_id()
    {
        foreach (var (_, json) in ShippedProcesses.Definitions())
        {
            var text = WorkflowDefinition.Read(json).Write(indented: true);
            var lines = text.Split('\n');
            foreach (var activity in WorkflowDefinition.Read(text).AllActivities.Skip(1).Take(20))
            {
                Assert.Contains($"\"{activity.Id}\"", lines[DocumentLines.Of(text, $"{activity.Path}.id") - 1], StringComparison.Ordinal);
            }
        }
    }
}
