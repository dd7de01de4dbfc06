// Calls GetArticle as fast as gRPC C++ can and prints what a call costs the client; the peer of rpc-bench-client.
//
// usage: grpc-cpp-client TARGET CALLS CONCURRENCY CHANNELS
//   CONCURRENCY   calls in flight on each channel
#include <grpcpp/grpcpp.h>
#include <sys/resource.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <cstdio>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <vector>

#include "matiane/v1/article.grpc.pb.h"

using namespace matiane::v1;
using Clock = std::chrono::steady_clock;

// Lets a thread wait until all chains of calls have ended.
class Countdown {
 public:
  explicit Countdown(int count) : left_(count) {}

  void Arrive() {
    std::lock_guard<std::mutex> lock(mutex_);
    if (--left_ == 0) reached_.notify_all();
  }

  void Wait() {
    std::unique_lock<std::mutex> lock(mutex_);
    reached_.wait(lock, [this] { return left_ == 0; });
  }

 private:
  std::mutex mutex_;
  std::condition_variable reached_;
  int left_;
};

// Makes calls one after the other: each begins when the one before it has ended.
class Chain {
 public:
  Chain(ArticleService::Stub* stub, int calls, Countdown* done) : stub_(stub), calls_(calls), done_(done) {
    request_.set_name("articles/0");
    times_.reserve(calls);
  }

  void Begin() {
    context_ = std::make_unique<grpc::ClientContext>();
    started_ = Clock::now();
    stub_->async()->GetArticle(context_.get(), &request_, &article_, [this](grpc::Status status) {
      if (!status.ok()) {
        std::fprintf(stderr, "%s\n", status.error_message().c_str());
        std::_Exit(1);
      }
      times_.push_back(std::chrono::duration<double, std::micro>(Clock::now() - started_).count());
      if (static_cast<int>(times_.size()) < calls_) Begin();
      else done_->Arrive();
    });
  }

  const std::vector<double>& times() const { return times_; }

 private:
  ArticleService::Stub* stub_;
  int calls_;
  Countdown* done_;
  std::unique_ptr<grpc::ClientContext> context_;
  GetArticleRequest request_;
  Article article_;
  Clock::time_point started_;
  std::vector<double> times_;
};

static double CpuMicroseconds() {
  rusage usage;
  getrusage(RUSAGE_SELF, &usage);
  return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1e6 + usage.ru_utime.tv_usec + usage.ru_stime.tv_usec;
}

static std::vector<double> Run(
    const std::vector<std::unique_ptr<ArticleService::Stub>>& stubs, int calls, int concurrency) {
  int count = static_cast<int>(stubs.size()) * concurrency;
  Countdown done(count);
  std::vector<std::unique_ptr<Chain>> chains;
  for (auto& stub : stubs)
    for (int i = 0; i < concurrency; i++)
      chains.push_back(std::make_unique<Chain>(stub.get(), std::max(1, calls / count), &done));
  for (auto& chain : chains) chain->Begin();
  done.Wait();
  std::vector<double> times;
  for (auto& chain : chains) times.insert(times.end(), chain->times().begin(), chain->times().end());
  return times;
}

int main(int argc, char** argv) {
  if (argc != 5) {
    std::fprintf(stderr, "usage: grpc-cpp-client TARGET CALLS CONCURRENCY CHANNELS\n");
    return 2;
  }
  int calls = std::atoi(argv[2]), concurrency = std::atoi(argv[3]), channels = std::atoi(argv[4]);
  std::vector<std::unique_ptr<ArticleService::Stub>> stubs;
  for (int i = 0; i < channels; i++) {
    grpc::ChannelArguments arguments;
    arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);  // a connection for each channel
    stubs.push_back(ArticleService::NewStub(
        grpc::CreateCustomChannel(argv[1], grpc::InsecureChannelCredentials(), arguments)));
  }
  Run(stubs, calls / 10, concurrency);
  auto start = Clock::now();
  double cpu = CpuMicroseconds();
  auto times = Run(stubs, calls, concurrency);
  double seconds = std::chrono::duration<double>(Clock::now() - start).count();
  cpu = (CpuMicroseconds() - cpu) / times.size();
  std::sort(times.begin(), times.end());
  std::printf(
      "calls/s %.0f  cpu_us/call %.2f  p50_us %.0f  p99_us %.0f\n", times.size() / seconds, cpu,
      times[times.size() / 2], times[times.size() * 99 / 100]);
}
