using System.Text.Json.Nodes;
using Portal.Domain.Cases;
using Portal.Workflows.Authoring;
using Portal.Workflows.Definitions;

namespace Portal.Web.Operations.Authoring;

/// <summary>The definitions that new processes begin as: genuine Elsa 3 documents with the general forms.</summary>
public static class OwnTemplates
{
    public static WorkflowDefinition Make(string key, string name, OwnTemplate template)
    {
        var definition = Blank(key, name);
        switch (template)
        {
            case OwnTemplate.Approval:
                (definition, var lead) = DefinitionEditor.Insert(
                    definition, "deNghi", "Submit", Pattern.Approval, "Trưởng nhóm xem xét", "Kết thúc");
                (definition, var leader) = DefinitionEditor.Insert(
                    definition, lead, "Approve", Pattern.Approval, "Lãnh đạo phụ trách duyệt", "Kết thúc");
                definition = For(definition, leader, "leaderInCharge");
                break;
            case OwnTemplate.Opinions:
                (definition, var decides) = DefinitionEditor.Insert(
                    definition, "deNghi", "Submit", Pattern.Approval, "Lãnh đạo phụ trách quyết định", "Kết thúc");
                definition = For(definition, decides, "leaderInCharge");
                (definition, _) = DefinitionEditor.Insert(
                    definition,
                    "deNghi",
                    "Submit",
                    Pattern.Parallel,
                    "Ý kiến của Trưởng nhóm",
                    "Ý kiến của các thành viên nhóm",
                    "Xin ý kiến song song",
                    "Chờ đủ ý kiến");
                definition = For(
                    definition, Outline.Of(new(definition)).First(s => s.Title == "Ý kiến của các thành viên nhóm").Path, "groupMembers");
                break;
        }

        return DefinitionEditor.Arrange(definition, all: true);
    }

    private static WorkflowDefinition For(WorkflowDefinition definition, string path, string who)
    {
        var settings = Outline.Of(new(definition)).First(s => s.Path == path).Settings!;
        return DefinitionEditor.SetStep(definition, path, settings with { Who = [who] });
    }

    private static WorkflowDefinition Blank(string key, string name) => WorkflowDefinition.Read(new JsonObject
    {
        ["$schema"] = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json",
        ["id"] = $"{key}-v1",
        ["definitionId"] = key,
        ["name"] = name,
        ["description"] = "",
        ["version"] = 1,
        ["toolVersion"] = "3.8.0.0",
        ["variables"] = new JsonArray(),
        ["inputs"] = new JsonArray(new JsonObject
        {
            ["type"] = "Int32",
            ["name"] = "AreaCount",
            ["displayName"] = "AreaCount",
            ["description"] = "Số địa bàn",
            ["category"] = "Facts",
        }),
        ["outputs"] = new JsonArray(),
        ["outcomes"] = new JsonArray(),
        ["customProperties"] = new JsonObject(),
        ["isReadonly"] = false,
        ["isSystem"] = false,
        ["isLatest"] = true,
        ["isPublished"] = false,
        ["options"] = new JsonObject(),
        ["root"] = BlankFlow(),
    }.ToJsonString());

    private static JsonObject BlankFlow() => new()
    {
        ["id"] = "flow",
        ["name"] = "flow",
        ["type"] = "Elsa.Flowchart",
        ["version"] = 1,
        ["start"] = "start",
        ["activities"] = new JsonArray(
            Activity("start", "Elsa.Start", "Bắt đầu"), FirstStep(), Activity("ketThuc", "Elsa.Finish", "Kết thúc")),
        ["connections"] = new JsonArray(Connection("start", "Done", "deNghi"), Connection("deNghi", "Submit", "ketThuc")),
    };

    private static JsonObject FirstStep()
    {
        var step = Activity("deNghi", "Portal.UserTask", "Đề nghị");
        step["title"] = Input("String", "Literal", "Đề nghị");
        step["form"] = Input("Object", "Object", $$"""{"providerName":"Portal","key":"{{CaseForms.OwnStart.Key}}"}""");
        step["assignment"] = Input("Object", "Object", """["initiator"]""");
        step["actionDefinitions"] = Input("Object", "Object", """[{"key":"Submit","label":"Gửi"}]""");
        return step;
    }

    private static JsonObject Activity(string id, string type, string title) => new()
    {
        ["id"] = id,
        ["name"] = id,
        ["type"] = type,
        ["version"] = 1,
        ["customProperties"] = new JsonObject
        {
            ["canStartWorkflow"] = false,
            ["runAsynchronously"] = false,
        },
        ["metadata"] = new JsonObject { ["displayText"] = title },
    };

    private static JsonObject Input(string typeName, string type, string value) =>
        new() { ["typeName"] = typeName, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value } };

    private static JsonObject Connection(string from, string port, string to) => new()
    {
        ["source"] = new JsonObject { ["activity"] = from, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = to, ["port"] = "In" },
    };
}
