using Portal.Web.Texts;

namespace Portal.Web.Operations.Compliance;

/// <summary>A finding in words.</summary>
public static class ComplianceWords
{
    public static string Of(Localizer texts, ComplianceFinding finding) => finding.StepId.Length == 0
        ? texts[$"finding.{finding.Kind}"]
        : texts[$"finding.{finding.Kind}", texts.Step(finding.ProcessKey, finding.StepId, finding.StepTitle)];
}
