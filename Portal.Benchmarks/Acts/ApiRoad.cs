using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Portal.Domain.Forms;

namespace Portal.Benchmarks.Acts;

/// <summary>Brings cases to the step that a job is about, by the HTTP API in the names of those who would have done it.</summary>
internal sealed class ApiRoad(Uri portal, string password) : IDisposable
{
    private readonly Dictionary<string, HttpClient> _clients = [];

    public async Task<StartedCase> StartAsync<T>(string login, string process, T form)
    {
        var client = await ClientAsync(login);
        using var answer = await client.PostAsJsonAsync(
            new Uri("cases", UriKind.Relative), new { process, outcome = "Submit", form = FormInput.ToJson(form) });
        var started = await ReadAsync(answer, $"{process} by {login}");
        return new StartedCase((string)started["caseId"]!, (string)started["number"]!);
    }

    /// <summary>Answers the one open step of that name.</summary>
    public async Task AnswerAsync<T>(string login, string caseId, string step, string outcome, T form)
    {
        var client = await ClientAsync(login);
        var found = (await client.GetFromJsonAsync<JsonObject>(new Uri($"cases/{caseId}", UriKind.Relative)))!;
        var task = found["open"]!.AsArray().FirstOrDefault(t => (string?)t!["step"] == step)
            ?? throw new InvalidOperationException($"{step} is not open for {login}: {found["open"]!.ToJsonString()}");
        await CompleteAsync(client, (string)task["id"]!, outcome, form);
    }

    /// <summary>Answers all that waits for somebody at a step of a process, so that it lies in nobody's way.</summary>
    public async Task ClearAsync<T>(string login, string process, string step, string outcome, T form)
    {
        var client = await ClientAsync(login);
        var found = (await client.GetFromJsonAsync<JsonObject>(new Uri($"tasks?process={process}", UriKind.Relative)))!;
        foreach (var task in found["items"]!.AsArray().Where(t => (string?)t!["step"] == step))
        {
            await CompleteAsync(client, (string)task!["id"]!, outcome, form);
        }
    }

    /// <summary>The step of a process that waits for somebody: the case that it is of.</summary>
    public async Task<StartedCase> WaitingAsync(string login, string process)
    {
        var client = await ClientAsync(login);
        var found = (await client.GetFromJsonAsync<JsonObject>(new Uri($"tasks?process={process}", UriKind.Relative)))!;
        var task = found["items"]!.AsArray().FirstOrDefault() ?? throw new InvalidOperationException($"No {process} waits for {login}.");
        return new StartedCase((string)task["caseId"]!, (string)task["caseNumber"]!);
    }

    /// <summary>The newest case of a process in an area.</summary>
    public async Task<StartedCase> FindAsync(string login, string process, string area)
    {
        var client = await ClientAsync(login);
        var found = (await client.GetFromJsonAsync<JsonObject>(new Uri($"cases?process={process}&area={area}", UriKind.Relative)))!;
        var row = found["items"]!.AsArray().FirstOrDefault() ?? throw new InvalidOperationException($"No {process} in {area}.");
        return new StartedCase((string)row["id"]!, (string)row["number"]!);
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }

    private async Task<HttpClient> ClientAsync(string login)
    {
        if (_clients.TryGetValue(login, out var known))
        {
            return known;
        }

        var client = new HttpClient { BaseAddress = new Uri(portal, "/api/v1/") };
        _clients[login] = client;
        using var answer = await client.PostAsJsonAsync(new Uri("token", UriKind.Relative), new { userName = login, password });
        var token = (string)(await ReadAsync(answer, $"token of {login}"))["accessToken"]!;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    private static async Task CompleteAsync<T>(HttpClient client, string task, string outcome, T form)
    {
        using var answer = await client.PostAsJsonAsync(
            new Uri($"tasks/{task}/complete", UriKind.Relative), new { outcome, form = FormInput.ToJson(form) });
        await ReadAsync(answer, outcome);
    }

    private static async Task<JsonObject> ReadAsync(HttpResponseMessage answer, string what) => answer.IsSuccessStatusCode
        ? (await answer.Content.ReadFromJsonAsync<JsonObject>())!
        : throw new InvalidOperationException($"{what}: {await answer.Content.ReadAsStringAsync()}");
}
